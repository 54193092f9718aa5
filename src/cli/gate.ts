// From a report to the exit code.

import { atLeastSeverity, EXIT, type Severity } from "../core/mod.ts";
import type { FilteredReport } from "../report/mod.ts";

export interface Gate {
  readonly failOn: Severity | "none";
  /** Where there is a baseline, for what is new; `failOn` where it is left out. */
  readonly failOnNew?: Severity | "none" | undefined;
  readonly failOnUnusedSuppressions?: boolean | undefined;
  /** Of what rules read, the share that has to be analysed as a whole, in percent. */
  readonly minCoverage?: number | undefined;
  /** Any diagnostic fails. */
  readonly strict?: boolean | undefined;
}

export function exitCodeOf(report: FilteredReport, options: Gate): number {
  const { gate, notes = [], comparison } = report;
  const isUnused = notes.some(({ kind }) => kind === "unused");
  if (options.failOnUnusedSuppressions && isUnused) return EXIT.findings;
  const failOn = comparison ? options.failOnNew ?? options.failOn : options.failOn;
  if (failOn === "none") return EXIT.clean;
  const isFailing = gate.some(({ severity, triage }) =>
    triage.state === "open" && atLeastSeverity(severity, failOn)
  );
  return isFailing ? EXIT.findings : EXIT.clean;
}
