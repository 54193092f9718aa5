// From a report to the exit code.

import { atLeastSeverity, coveragePercent, EXIT, type Severity } from "../core/mod.ts";
import type { FilteredReport } from "../report/mod.ts";

export interface Gate {
  readonly failOn: Severity | "none";
  /** Where there is a baseline, for what is new; `failOn` where it is left out. */
  readonly failOnNew?: Severity | "none" | undefined;
  readonly failOnUnusedSuppressions?: boolean | undefined;
  /** Of the files that rules read, the share that has to be analysed as a whole, in percent. */
  readonly minCoverage?: number | undefined;
  /** Whether any diagnostic fails. */
  readonly strict?: boolean | undefined;
}

/** What was not scanned as it was asked for, in a sentence each; it comes before any finding. */
export function shortcomings(report: FilteredReport, { minCoverage, strict }: Gate): string[] {
  const percent = coveragePercent(report.coverage);
  const told: string[] = [];
  if (minCoverage !== undefined && percent < minCoverage) {
    told.push(
      `The coverage is ${Math.floor(percent * 100) / 100} %, below ${minCoverage} % ` +
        "(--min-coverage)",
    );
  }
  const { length } = report.diagnostics;
  if (strict && length > 0) {
    told.push(`There ${length === 1 ? "is 1 diagnostic" : `are ${length} diagnostics`} (--strict)`);
  }
  return told;
}

export function exitCodeOf(report: FilteredReport, options: Gate): number {
  const { gate, notes = [], comparison } = report;
  if (shortcomings(report, options).length > 0) return EXIT.cannotScan;
  const isUnused = notes.some(({ kind }) => kind === "unused");
  if (options.failOnUnusedSuppressions && isUnused) return EXIT.findings;
  const failOn = comparison ? options.failOnNew ?? options.failOn : options.failOn;
  if (failOn === "none") return EXIT.clean;
  const isFailing = gate.some(({ severity, triage }) =>
    triage.state === "open" && atLeastSeverity(severity, failOn)
  );
  return isFailing ? EXIT.findings : EXIT.clean;
}
