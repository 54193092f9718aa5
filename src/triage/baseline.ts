// Findings held against those of an earlier scan. What is known keeps its place in the report; a
// line inserted, or a file moved, makes nothing new.

import type { BaselineState, Comparison, Finding, FixedFinding } from "../core/mod.ts";

/** A finding of an earlier scan. */
export interface KnownFinding extends FixedFinding {
  /** The fingerprint without the path. */
  readonly signature: string;
}

export interface Baseline {
  /** ISO 8601. */
  readonly savedAt: string;
  readonly tool: string;
  /** What was scanned, by whatever name tells it from others. */
  readonly project: string;
  /** Ids of the rules that ran, sorted. */
  readonly rules: readonly string[];
  /** SHA-256 of all that makes the rules what they are, in hex. */
  readonly ruleDigest: string;
  /** And of the settings that decide what is found. */
  readonly configDigest: string;
  readonly findings: readonly KnownFinding[];
  /** Path → SHA-256 of the file's text, in hex. */
  readonly files: ReadonlyMap<string, string>;
}

/** What is there now. */
export interface Present {
  readonly findings: readonly Finding[];
  readonly rules: readonly string[];
  readonly ruleDigest: string;
  readonly configDigest: string;
  readonly tool: string;
  /** Path → SHA-256 of each file that was analysed. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that may have lost findings because they were not analysed as a whole. */
  readonly cut: ReadonlySet<string>;
  /** Whether a file is there, analysed or not. */
  readonly exists: (path: string) => boolean;
  /** Whether all of the project was scanned: else a file that is gone may only have moved. */
  readonly isWhole: boolean;
  /** Whether findings of changed lines alone are there: then nothing is known to be mended. */
  readonly isOfChanges: boolean;
}

export interface Compared {
  readonly findings: readonly Finding[];
  readonly comparison: Comparison;
}

/** Suppressed findings stay so, and are not counted; the others become known or stay open. */
export function compare(baseline: Baseline, present: Present): Compared {
  const known = matchKnown(baseline, present);
  const sameRules = baseline.ruleDigest === present.ruleDigest;
  const rulesThen = new Set(baseline.rules);
  const counts = { new: 0, changed: 0, unchanged: 0 };
  let newByRules = 0;
  const findings = present.findings.map((finding): Finding => {
    const state = stateOf(finding, { baseline, present, before: known.get(finding) });
    if (finding.triage.state === "suppressed") return { ...finding, baseline: state };
    counts[state]++;
    if (state !== "new") {
      return { ...finding, baseline: state, triage: { state: "known", since: baseline.savedAt } };
    }
    if (!rulesThen.has(finding.ruleId)) newByRules++;
    else if (!sameRules && isOfSameFiles(finding, { baseline, present })) newByRules++;
    return { ...finding, baseline: state };
  });
  const taken = new Set(known.values());
  const rulesNow = new Set(present.rules);
  const fixed = baseline.findings
    .filter((before) => !taken.has(before) && wasLookedFor(before, { present, rulesNow }))
    .map(({ signature: _, ...before }) => before);
  return { findings, comparison: { savedAt: baseline.savedAt, counts, newByRules, fixed } };
}

/** A file that was left out, or a rule that did not run, proves nothing. */
function wasLookedFor(
  { file, ruleId }: KnownFinding,
  { present, rulesNow }: { readonly present: Present; readonly rulesNow: ReadonlySet<string> },
): boolean {
  if (present.isOfChanges || !rulesNow.has(ruleId) || present.cut.has(file)) return false;
  return present.files.has(file) || (present.isWhole && !present.exists(file));
}

/** Whether nothing of what a finding rests on has changed. */
function isOfSameFiles(
  { location, path }: Finding,
  { baseline, present }: { readonly baseline: Baseline; readonly present: Present },
): boolean {
  return [location, ...path].every(({ file }) =>
    baseline.files.get(file) === present.files.get(file)
  );
}

function stateOf(finding: Finding, { baseline, present, before }: {
  readonly baseline: Baseline;
  readonly present: Present;
  readonly before: KnownFinding | undefined;
}): BaselineState {
  if (!before) return "new";
  const now = present.files.get(finding.location.file);
  return baseline.files.get(before.file) === now ? "unchanged" : "changed";
}

/** Which finding of the baseline each one is, each of them once. */
function matchKnown(
  baseline: Baseline,
  { findings, files, exists }: Present,
): Map<Finding, KnownFinding> {
  const matched = new Map<Finding, KnownFinding>();
  const byFingerprint = new Map(baseline.findings.map((known) => [known.fingerprint, known]));
  for (const finding of findings) {
    const known = byFingerprint.get(finding.fingerprint);
    if (known) matched.set(finding, known);
  }
  const taken = new Set(matched.values());
  const gone = new Map<string, boolean>();
  const isGone = (path: string): boolean => {
    const answer = gone.get(path) ?? (!files.has(path) && !exists(path));
    gone.set(path, answer);
    return answer;
  };
  const left = baseline.findings.filter((known) => !taken.has(known)).reverse();
  const match = (finding: Finding, candidates: KnownFinding[] = []): void => {
    if (matched.has(finding)) return;
    let known = candidates.pop();
    while (known && taken.has(known)) known = candidates.pop();
    if (!known) return;
    matched.set(finding, known);
    taken.add(known);
  };
  // Files of the same content first, so that an edited one does not take what is theirs; they may
  // have come to where another file was.
  const byContent = Map.groupBy(
    left,
    ({ signature, file }) => contentKey(signature, baseline.files.get(file)),
  );
  for (const finding of findings) {
    const hash = files.get(finding.location.file);
    if (hash !== undefined) match(finding, byContent.get(contentKey(finding.signature, hash)));
  }
  const moved = left.filter((known) => !taken.has(known) && isGone(known.file));
  const bySignature = Map.groupBy(moved, ({ signature }) => signature);
  for (const finding of findings) {
    if (baseline.files.has(finding.location.file)) continue;
    match(finding, bySignature.get(finding.signature ?? ""));
  }
  return matched;
}

function contentKey(signature = "", hash = ""): string {
  return `${signature}\n${hash}`;
}

/** What a later scan is held against; what is suppressed is not taken in, as that may end. */
export function baselineOf(
  present: Pick<
    Present,
    "findings" | "files" | "rules" | "ruleDigest" | "configDigest" | "tool"
  >,
  { savedAt, project }: { readonly savedAt: string; readonly project: string },
): Baseline {
  const findings = present.findings
    .filter(({ triage }) => triage.state !== "suppressed")
    .map(({ fingerprint, signature = "", ruleId, severity, location, message }) => ({
      fingerprint,
      signature,
      ruleId,
      severity,
      file: location.file,
      message,
    }))
    .sort((a, b) => compareTexts(a.file, b.file) || compareTexts(a.fingerprint, b.fingerprint))
    .filter((known, i, all) => known.fingerprint !== all[i - 1]?.fingerprint);
  const files = new Map([...present.files].sort(([a], [b]) => compareTexts(a, b)));
  const rules = [...present.rules].sort();
  const { tool, ruleDigest, configDigest } = present;
  return { savedAt, project, tool, rules, ruleDigest, configDigest, findings, files };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
