// Who accepted what: the suppressions of a project as they stand, and what the audit log tells of
// them. Plain data; the time is an argument.

import type { TriageNote } from "../core/mod.ts";
import { historyKey, type SuppressionHistory } from "./audit_history.ts";
import type { InlineIgnore } from "./inline.ts";
import type { AppliedSuppression } from "./suppress.ts";
import type { Suppression } from "./suppression_file.ts";

/** A suppression as an audit shows it. */
export interface AuditedSuppression {
  /** Of an entry; `comment` for a comment. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly author: string | null;
  /** ISO 8601. */
  readonly expires: string | null;
  /** How many findings it sets aside now. */
  readonly findings: number;
  /** When the audit log first saw it, ISO 8601. */
  readonly firstApplied: string | null;
  readonly ageDays: number | null;
}

export interface AuditCount {
  readonly name: string;
  readonly suppressions: number;
  readonly findings: number;
}

export interface AuditChange {
  readonly change: "added" | "ended" | "changed";
  /** ISO 8601. */
  readonly at: string;
  readonly id: string;
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly reason: string;
  readonly author: string | null;
  readonly expires: string | null;
}

export interface AuditReport {
  readonly project: string;
  readonly commit: string | null;
  /** ISO 8601. */
  readonly at: string;
  /** Findings that are set aside now. */
  readonly findings: number;
  readonly active: readonly AuditedSuppression[];
  /** Of the active ones, those that end within `soonDays`. */
  readonly expiringSoon: readonly AuditedSuppression[];
  readonly soonDays: number;
  readonly expired: readonly AuditedSuppression[];
  /** Those that fit nothing, and neither are over nor set anything aside. */
  readonly unused: readonly AuditedSuppression[];
  /** What else the scan had to say of suppressions. */
  readonly notes: readonly TriageNote[];
  readonly byRule: readonly AuditCount[];
  readonly byAuthor: readonly AuditCount[];
  readonly byAge: readonly AuditCount[];
  readonly files: readonly AuditCount[];
  readonly since: string;
  readonly changes: readonly AuditChange[];
}

export interface AuditInput {
  readonly project: string;
  readonly commit: string | null;
  /** Ms of the epoch. */
  readonly now: number;
  readonly soonDays: number;
  /** Ms of the epoch: changes from then on are told. */
  readonly since: number;
  readonly applied: readonly AppliedSuppression[];
  readonly ignores: readonly InlineIgnore[];
  readonly entries: readonly Suppression[];
  readonly entriesFile: string | undefined;
  readonly notes: readonly TriageNote[];
  readonly histories: ReadonlyMap<string, SuppressionHistory>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_FILES = 10;
const NO_AUTHOR = "(not named)";
const NO_AGE = "not in the log";
const AGES: readonly (readonly [name: string, days: number])[] = [
  ["under 30 days", 30],
  ["30 to 90 days", 90],
  ["90 days to a year", 365],
  ["over a year", Infinity],
];

export function auditReport(input: AuditInput): AuditReport {
  const { now, applied, notes } = input;
  const byWhat = Map.groupBy(applied, ({ by }) => by);
  const all = [...input.ignores, ...input.entries].map((by) => {
    const findings = byWhat.get(by) ?? [];
    return { by, findings, shown: shown(by, { input, findings }) };
  });
  const isOver = (by: InlineIgnore | Suppression): boolean =>
    by.expires !== undefined && by.expires <= now;
  const active = all.filter(({ findings }) => findings.length > 0);
  const expired = all.filter(({ by }) => isOver(by));
  const unusedPlaces = new Set(
    notes.flatMap(({ kind, file, line }) => kind === "unused" ? [`${file}:${line}`] : []),
  );
  const unused = all.filter(({ by, shown }) =>
    !isOver(by) && unusedPlaces.has(`${shown.file}:${shown.line}`)
  );
  const end = now + input.soonDays * DAY_MS;
  return {
    project: input.project,
    commit: input.commit,
    at: new Date(now).toISOString(),
    findings: applied.length,
    active: active.map(({ shown }) => shown),
    expiringSoon: active.filter(({ by }) => by.expires !== undefined && by.expires <= end)
      .sort((a, b) => a.by.expires! - b.by.expires!)
      .map(({ shown }) => shown),
    soonDays: input.soonDays,
    expired: expired.map(({ shown }) => shown),
    unused: unused.map(({ shown }) => shown),
    notes: notes.filter(({ kind }) => kind !== "expired" && kind !== "unused"),
    byRule: counted(applied, ({ finding }) => finding.ruleId),
    byAuthor: counted(applied, ({ by }) => authorOf(by) ?? NO_AUTHOR),
    byAge: byAge(active.map(({ shown }) => shown)),
    files: counted(applied, ({ finding }) => finding.location.file).slice(0, MAX_FILES),
    since: new Date(input.since).toISOString(),
    changes: changesOf(input),
  };
}

function authorOf(by: InlineIgnore | Suppression): string | undefined {
  return "id" in by ? by.author : undefined;
}

function shown(
  by: InlineIgnore | Suppression,
  { input, findings }: {
    readonly input: AuditInput;
    readonly findings: readonly AppliedSuppression[];
  },
): AuditedSuppression {
  const isEntry = "id" in by;
  const rules = isEntry
    ? by.rule === undefined
      ? [...new Set(findings.map(({ finding }) => finding.ruleId))]
      : [by.rule]
    : by.rules;
  const firsts = keysOf(by).flatMap((key) => input.histories.get(key)?.first ?? []).sort();
  const firstApplied = firsts[0] ?? null;
  return {
    id: isEntry ? by.id : "comment",
    file: isEntry ? input.entriesFile ?? "" : by.file,
    line: by.line,
    rules,
    reason: by.reason,
    author: authorOf(by) ?? null,
    expires: isoOf(by.expires),
    findings: findings.length,
    firstApplied,
    ageDays: firstApplied === null
      ? null
      : Math.max(0, Math.floor((input.now - Date.parse(firstApplied)) / DAY_MS)),
  };
}

/** Under which the audit log knows it. */
function keysOf(by: InlineIgnore | Suppression): readonly string[] {
  if ("id" in by) return [historyKey({ suppressionId: by.id, path: "", ruleId: "" })];
  return by.rules.map((ruleId) => historyKey({ suppressionId: "comment", path: by.file, ruleId }));
}

function isoOf(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}

/** The most findings first. */
function counted(
  applied: readonly AppliedSuppression[],
  nameOf: (one: AppliedSuppression) => string,
): readonly AuditCount[] {
  return [...Map.groupBy(applied, nameOf)]
    .map(([name, some]) => ({
      name,
      suppressions: new Set(some.map(({ by }) => by)).size,
      findings: some.length,
    }))
    .sort((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1));
}

function byAge(active: readonly AuditedSuppression[]): readonly AuditCount[] {
  const ageOf = ({ ageDays }: AuditedSuppression): string =>
    ageDays === null ? NO_AGE : AGES.find(([, days]) => ageDays < days)![0];
  const groups = Map.groupBy(active, ageOf);
  return [...AGES.map(([name]) => name), NO_AGE].flatMap((name) => {
    const some = groups.get(name);
    if (!some) return [];
    const findings = some.reduce((sum, one) => sum + one.findings, 0);
    return [{ name, suppressions: some.length, findings }];
  });
}

/** By time, the latest last. */
function changesOf({ since, applied, histories }: AuditInput): readonly AuditChange[] {
  const from = new Date(since).toISOString();
  const now = new Set(
    applied.map(({ finding, by }) =>
      historyKey({
        suppressionId: "id" in by ? by.id : "comment",
        path: finding.location.file,
        ruleId: finding.ruleId,
      })
    ),
  );
  const changes: AuditChange[] = [];
  for (const { key, id, rules, paths, first, last, wordings } of histories.values()) {
    const tell = (change: AuditChange["change"], at: string, worded = wordings.at(-1)): void => {
      if (at < from || !worded) return;
      const { reason, author, expires } = worded;
      changes.push({ change, at, id, paths, rules, reason, author, expires });
    };
    tell("added", first, wordings[0]);
    for (const wording of wordings.slice(1)) tell("changed", wording.since, wording);
    if (!now.has(key)) tell("ended", last);
  }
  return changes.sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);
}
