// What a group of files gives, kept from one scan to the next. A key holds all that the outcome
// hangs on: program, rules, what names of modules mean, and every file of the group in order, as
// they see one another. So a hit is the outcome, and a change anywhere in the group is a miss.

import { createHash } from "node:crypto";
import {
  type Diagnostic,
  DIAGNOSTIC_KINDS,
  type Finding,
  type HandlerWork,
  hasGrammar,
  type SourceFile,
} from "../core/mod.ts";
import type { ProjectFacts } from "../flow/mod.ts";

/** Where outcomes are kept; it never throws. */
export interface ScanCache {
  /** Of program and rules: others give other keys. */
  readonly identity: string;
  /** In the order of the keys. */
  readonly get: (keys: readonly string[]) => Promise<readonly (string | undefined)[]>;
  readonly put: (key: string, text: string) => Promise<void>;
}

/** What a group gives to the report. */
export interface GroupOutcome {
  /** In the order of the files. */
  readonly findings: readonly (readonly Finding[])[];
  readonly diagnostics: readonly Diagnostic[];
  readonly parseErrors: number;
  readonly inPart: number;
  readonly handlers: readonly HandlerWork[];
}

/** What a key tells of a file. */
export interface Seen {
  readonly digest: string;
  /** Names of modules may mean something in it. */
  readonly isCode: boolean;
}

/** All of a file that its outcome hangs on. */
export function seenOf({ path, kind, context, text, unlocked }: SourceFile): Seen {
  // Halves of a character have no UTF-8 of their own, and must not all look the same.
  const isWhole = text.isWellFormed();
  const digest = createHash("sha256")
    .update(JSON.stringify([path, kind, context, isWhole, unlocked]))
    .update(text, isWhole ? "utf8" : "utf16le")
    .digest("base64url");
  return { digest, isCode: hasGrammar(kind) || kind === "notebook" };
}

/** Outcomes of groups by the files in them. */
export interface Kept {
  /** In the order of the groups; `undefined` for those that have to be analysed. */
  readonly lookUp: (
    groups: readonly (readonly { readonly seen?: Seen }[])[],
  ) => Promise<readonly (GroupOutcome | undefined)[]>;
  readonly keep: (files: readonly SourceFile[], outcome: GroupOutcome) => Promise<void>;
}

export function keptIn(cache: ScanCache, facts: ProjectFacts | undefined): Kept {
  const around = facts && [[...facts.aliases].sort(byFolder), facts.goModules];
  const keyOf = (files: readonly Seen[]): string => {
    const digests = files.map(({ digest }) => digest);
    const needsFacts = files.some(({ isCode }) => isCode);
    return hashOf([cache.identity, needsFacts ? aroundHash : "", digests]);
  };
  const aroundHash = hashOf(around ?? null);
  return {
    async lookUp(groups) {
      const keys = groups.map((group) => keyOf(group.flatMap(({ seen }) => seen ?? [])));
      const texts = await cache.get(keys);
      return texts.map((text, i) =>
        text === undefined ? undefined : fromText(text, groups[i]!.length)
      );
    },
    async keep(files, outcome) {
      const text = toText(outcome);
      // The files as they were analysed, though they may have changed since they were grouped.
      if (text !== undefined) await cache.put(keyOf(files.map(seenOf)), text);
    },
  };
}

function byFolder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}

/** `undefined` for what had better be tried again. */
function toText(
  { findings, diagnostics, parseErrors, inPart, handlers }: GroupOutcome,
): string | undefined {
  if (diagnostics.some(({ kind }) => kind === "analysis-failed")) return undefined;
  return JSON.stringify([findings, diagnostics, parseErrors, inPart, handlers]);
}

/** `undefined` for what is no outcome of so many files. */
function fromText(text: string, files: number): GroupOutcome | undefined {
  try {
    const [findings, diagnostics, parseErrors, inPart, handlers] = JSON.parse(text);
    const isOne = Array.isArray(findings) && findings.length === files &&
      findings.every(Array.isArray) && [parseErrors, inPart].every(Number.isInteger) &&
      Array.isArray(diagnostics) && Array.isArray(handlers) &&
      diagnostics.every(({ kind }) => DIAGNOSTIC_KINDS.includes(kind));
    return isOne ? { findings, diagnostics, parseErrors, inPart, handlers } : undefined;
  } catch {
    // Not what this program writes.
    return undefined;
  }
}
