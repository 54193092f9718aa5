// A report as the settings about rules want it, with what they changed told in it.

import { chosen, type RuleChoice, severityOf } from "../config/mod.ts";
import { type Rule, type ScanReport, severityIn, type TriageNote } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import type { FoundFile } from "../targets/mod.ts";
import type { Configuration } from "./configuration.ts";

export async function configured(
  report: ScanReport,
  { configuration, known, files, notes }: {
    readonly configuration: Configuration;
    /** Every rule, also those that did not run. */
    readonly known: readonly Rule<SyntaxTree>[];
    readonly files: readonly FoundFile[];
    /** What stands in a target in vain. */
    readonly notes: readonly TriageNote[];
  },
): Promise<ScanReport> {
  const { effective, shownFiles } = configuration;
  const choice: RuleChoice = effective;
  const ran = new Set(report.rules.map(({ id }) => id));
  const rulesOff = known.flatMap(({ id }) => ran.has(id) ? [] : [id]).sort();
  const isTold = shownFiles.length > 0 || rulesOff.length > 0 ||
    choice.words.length + choice.paths.length > 0;
  if (!isTold) return notes.length === 0 ? report : { ...report, notes };
  const contexts = new Map(files.map(({ path, context }) => [path, context]));
  // What compares paths is loaded where there are some.
  const fits = choice.paths.length === 0
    ? () => false
    : (await import("../triage/mod.ts")).fitsGlob;
  const { findings, leftOut } = chosen(report.findings, choice, {
    rules: new Map(known.map((rule) => [rule.id, rule])),
    fits,
    severityIn: (file, severity) => severityIn(contexts.get(file) ?? "product", severity),
  });
  return {
    ...report,
    findings,
    rules: report.rules.map((rule) => ({
      ...rule,
      severity: severityOf(rule, choice) ?? rule.severity,
    })),
    configuration: { files: shownFiles, rulesOff, leftOut },
    ...(notes.length > 0 && { notes }),
  };
}
