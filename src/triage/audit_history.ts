// What the audit log tells of the suppressions of one project, gathered while it is read.

import type { AuditRecord } from "./audit_record.ts";

/** How a suppression was worded, from a moment on. */
export interface Wording {
  /** ISO 8601. */
  readonly since: string;
  readonly reason: string;
  readonly author: string | null;
  readonly expires: string | null;
}

/** One entry of a file, or the comments on one rule in one file. */
export interface SuppressionHistory {
  readonly key: string;
  readonly id: string;
  readonly rules: readonly string[];
  readonly paths: readonly string[];
  /** When it first, and when it last, set something aside. ISO 8601. */
  readonly first: string;
  readonly last: string;
  readonly wordings: readonly Wording[];
}

export interface HistoryBuilder {
  readonly add: (record: AuditRecord) => void;
  readonly histories: () => ReadonlyMap<string, SuppressionHistory>;
}

/** Of one suppression; more are not told apart. */
const MAX_WORDINGS = 100;
const MAX_NAMED = 100;
const MAX_SUPPRESSIONS = 100_000;

/** The same for an entry of a file in all runs, and for comments on a rule in a file. */
export function historyKey({ suppressionId, path, ruleId }: {
  readonly suppressionId: string;
  readonly path: string;
  readonly ruleId: string;
}): string {
  return JSON.stringify(
    suppressionId === "comment" ? [suppressionId, path, ruleId] : [suppressionId],
  );
}

interface Growing {
  readonly id: string;
  readonly rules: Set<string>;
  readonly paths: Set<string>;
  first: string;
  last: string;
  readonly wordings: Wording[];
}

export function historyOf(project: string): HistoryBuilder {
  const all = new Map<string, Growing>();
  return {
    add(record) {
      if (record.project !== project) return;
      const { timestamp, ruleId, path, reason, author, expires } = record;
      const key = historyKey(record);
      let known = all.get(key);
      if (!known) {
        if (all.size >= MAX_SUPPRESSIONS) return;
        known = {
          id: record.suppressionId,
          rules: new Set(),
          paths: new Set(),
          first: timestamp,
          last: timestamp,
          wordings: [],
        };
        all.set(key, known);
      }
      if (timestamp < known.first) known.first = timestamp;
      if (timestamp > known.last) known.last = timestamp;
      if (known.rules.size < MAX_NAMED) known.rules.add(ruleId);
      if (known.paths.size < MAX_NAMED) known.paths.add(path);
      // Comments are worded one by one; what changes of them is told of none.
      if (record.suppressionId === "comment" && known.wordings.length > 0) return;
      const before = known.wordings.at(-1);
      const isSame = before?.reason === reason && before.author === author &&
        before.expires === expires;
      if (isSame || known.wordings.length >= MAX_WORDINGS) return;
      known.wordings.push({ since: timestamp, reason, author, expires });
    },
    histories: () =>
      new Map([...all].map(([key, { id, rules, paths, first, last, wordings }]) => [
        key,
        { key, id, rules: [...rules], paths: [...paths], first, last, wordings },
      ])),
  };
}
