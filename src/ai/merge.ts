// Opinions joined to a report. A review annotates, raises and adds; no finding of a rule goes, and
// none is weaker afterwards than before.

import type { Finding, Location, ScanReport, Verdict } from "../core/mod.ts";
import { Additions } from "./additions.ts";
import { reviewed } from "./calibrate.ts";
import type { Judgement } from "./judge.ts";
import { AI_RULES, STEERING } from "./kinds.ts";

/** `judgements` in the order of the places; `places`: how many there were. */
export function merged(
  report: ScanReport,
  { judgements, places }: {
    readonly judgements: readonly Judgement[];
    readonly places: number;
  },
): ScanReport {
  const known = new Map(report.rules.map((rule) => [rule.id, rule]));
  const additions = new Additions(report.findings, known);
  const opinions = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const { place, answer, sign } = judgement;
    if (sign) additions.steering(judgement, sign);
    if (place.kind === "finding") opinions.set(place.finding.fingerprint, judgement);
    // What a steered model adds is the text's word.
    if (!answer || (sign && sign !== "seen")) continue;
    for (const each of answer.findings) additions.take(judgement, each);
  }
  const verdicts: Record<Verdict, number> = { confirmed: 0, uncertain: 0, unlikely: 0 };
  const findings = report.findings.map((finding) => {
    const judgement = opinions.get(finding.fingerprint);
    if (!judgement) return finding;
    const told = reviewed(finding, judgement);
    verdicts[told.review.verdict]++;
    return told;
  });
  const added = additions.findings;
  return {
    ...report,
    findings: inOrder(findings, added),
    rules: [...report.rules, ...AI_RULES.filter(({ id }) => !known.has(id))],
    review: {
      places,
      reviewed: judgements.length,
      unanswered: places - judgements.length,
      verdicts,
      added: added.filter(({ ruleId }) => ruleId !== STEERING.id).length,
      dropped: judgements.reduce((sum, { answer }) => sum + (answer?.dropped ?? 0), 0),
      steered: judgements.filter(({ sign }) => sign !== undefined).length,
      models: [...new Set(judgements.map(({ model }) => model))].sort(),
      complete: judgements.length === places,
    },
  };
}

/** In the order of the report's files, then of other files by name; in each by line. */
function inOrder(findings: readonly Finding[], added: readonly Finding[]): Finding[] {
  const byFile = Map.groupBy([...findings, ...added], ({ location }) => location.file);
  const first = new Set(findings.map(({ location }) => location.file));
  const rest = [...byFile.keys()].filter((file) => !first.has(file)).sort();
  return [...first, ...rest].flatMap((file) => {
    const own = byFile.get(file)!;
    return own.some(({ origin }) => origin === "ai")
      ? own.sort((a, b) => byPlace(a.location, b.location))
      : own;
  });
}

function byPlace(a: Location, b: Location): number {
  return a.line - b.line || a.column - b.column;
}
