// Suppressions held against findings. A suppressed finding stays, with the reason beside it, and
// what has no effect is told of.

import { type Finding, foldText, type NoteKind, type TriageNote } from "../core/mod.ts";
import type { InlineIgnore, InlineProblem } from "./inline.ts";
import { fitsGlob } from "./path_glob.ts";
import type { Suppression } from "./suppression_file.ts";

/** A file of suppressions that counts. */
export interface SuppressionSource {
  /** As notes name it. */
  readonly file: string;
  readonly suppressions: readonly Suppression[];
  /** From the project root to the folder of the file, with `/`; empty where they are one. */
  readonly folder: string;
}

export interface SuppressContext {
  readonly source?: SuppressionSource;
  readonly ignores: readonly InlineIgnore[];
  readonly problems: readonly InlineProblem[];
  /** Ms of the epoch. */
  readonly now: number;
  /** Ids of the rules that ran. */
  readonly rules: ReadonlySet<string>;
  /** Paths of the files that were analysed. */
  readonly analysed: readonly string[];
  /** Whether that was all of the project: else what fits nothing may fit elsewhere. */
  readonly isWhole: boolean;
  /** Whether findings of changed lines alone are there: then nothing is known to be unused. */
  readonly isOfChanges: boolean;
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly notes: readonly TriageNote[];
  /** In the order of the findings. */
  readonly applied: readonly AppliedSuppression[];
}

/** A finding that is set aside, and what does it. */
export interface AppliedSuppression {
  readonly finding: Finding;
  readonly by: InlineIgnore | Suppression;
}

/** Sets findings aside, in order: the comment nearest to it first, then the file. */
export function suppress(findings: readonly Finding[], context: SuppressContext): Suppressed {
  const { source, ignores, now } = context;
  const notes = new Map<string, TriageNote>();
  const note = (kind: NoteKind, { file, line }: Place, message: string): void => {
    const key = `${file}\n${line}\n${kind}\n${message}`;
    notes.set(key, { kind, file, line, message });
  };
  for (const problem of context.problems) note("malformed", problem, problem.message);
  const used = new Set<InlineIgnore | Suppression>();
  const applied: AppliedSuppression[] = [];
  const setAside = (finding: Finding, by: InlineIgnore | Suppression): Finding => {
    const id = "id" in by ? by.id : "comment";
    const triage = { state: "suppressed", by: id, reason: by.reason } as const;
    const suppressed = { ...finding, triage };
    applied.push({ finding: suppressed, by });
    return suppressed;
  };
  const comments = Map.groupBy(ignores, ({ file }) => file);
  const judged = findings.map((finding): Finding => {
    const isCritical = finding.severity === "critical";
    for (const comment of comments.get(finding.location.file) ?? []) {
      if (!speaksOf(comment, finding)) continue;
      used.add(comment);
      if (isOver(comment, now)) note("expired", comment, overSince(comment));
      else if (isCritical && comment.expires === undefined) {
        note("unbound", comment, "A critical finding needs an end: until=2027-03-01, say");
      } else return setAside(finding, comment);
    }
    for (const entry of source?.suppressions ?? []) {
      if (!holds(entry, finding, source!.folder)) continue;
      used.add(entry);
      const place = { file: source!.file, line: entry.line };
      if (isOver(entry, now)) continue;
      if (isCritical && entry.expires === undefined && entry.fingerprint === undefined) {
        note(
          "unbound",
          place,
          `"${entry.id}" would hide a critical finding for good; give it "expires", or name the ` +
            `finding by "fingerprint: ${finding.fingerprint}"`,
        );
      } else return setAside(finding, entry);
    }
    return finding;
  });
  const unused = context.isOfChanges ? [] : ignores;
  for (const comment of unused) if (!used.has(comment)) noteUnused(comment, { context, note });
  for (const entry of source?.suppressions ?? []) {
    const place = { file: source!.file, line: entry.line };
    if (isOver(entry, now)) note("expired", place, `"${entry.id}": ${overSince(entry)}`);
    else if (!used.has(entry) && !context.isOfChanges) {
      noteUnusedEntry(entry, { place, context, note });
    }
  }
  return { findings: judged, notes: [...notes.values()].sort(byPlace), applied };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

type NoteDown = (kind: NoteKind, place: Place, message: string) => void;

function isOver({ expires }: { readonly expires?: number }, now: number): boolean {
  return expires !== undefined && expires <= now;
}

function overSince({ expires }: { readonly expires?: number }): string {
  return `Expired, over since ${new Date(expires!).toISOString().replace(/:\d\d\.\d+Z$/, "Z")}`;
}

/** The first or the last line of what was found: a formatter moves comments between these. */
function speaksOf({ target, rules }: InlineIgnore, { ruleId, location }: Finding): boolean {
  return rules.includes(ruleId) && (location.line === target || location.endLine === target);
}

function holds(entry: Suppression, finding: Finding, folder: string): boolean {
  const { ruleId, location, severity, message, fingerprint } = finding;
  const { lines } = entry;
  return (entry.rule === undefined || entry.rule === ruleId) &&
    (entry.fingerprint === undefined || entry.fingerprint === fingerprint) &&
    (entry.severity === undefined || entry.severity === severity) &&
    (lines === undefined || lines[0] <= location.line && location.line <= lines[1]) &&
    (entry.message === undefined || foldText(entry.message) === foldText(message)) &&
    (entry.path === undefined || fitsBelow(entry.path, { path: location.file, folder }));
}

function fitsBelow(
  glob: string,
  { path, folder }: { readonly path: string; readonly folder: string },
): boolean {
  if (folder === "") return fitsGlob(glob, path);
  return path.startsWith(`${folder}/`) && fitsGlob(glob, path.slice(folder.length + 1));
}

interface Noting {
  readonly context: SuppressContext;
  readonly note: NoteDown;
}

function noteUnused(comment: InlineIgnore, { context, note }: Noting): void {
  const unknown = comment.rules.find((id) => !context.rules.has(id));
  if (unknown !== undefined) {
    note("unknown-rule", comment, `No rule "${unknown}" ran; rules list shows them`);
  } else note("unused", comment, `Fits no finding of ${comment.rules.join(", ")}`);
}

function noteUnusedEntry(
  entry: Suppression,
  { place, context, note }: Noting & { readonly place: Place },
): void {
  const { id, rule, path } = entry;
  if (rule !== undefined && !context.rules.has(rule)) {
    return note("unknown-rule", place, `"${id}": no rule "${rule}" ran; rules list shows them`);
  }
  const folder = context.source!.folder;
  const wasSeen = path !== undefined &&
    context.analysed.some((file) => fitsBelow(path, { path: file, folder }));
  if (wasSeen || context.isWhole) note("unused", place, `"${id}" fits no finding`);
}

function byPlace(a: TriageNote, b: TriageNote): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
