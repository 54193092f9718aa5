// What a reader asked to see: findings below a threshold go, and are counted, never lost silently.

import {
  atLeastConfidence,
  atLeastSeverity,
  type Confidence,
  type ScanReport,
  type Severity,
} from "../core/mod.ts";

/** The least severity and the least confidence that a reader wants to see. */
export interface Thresholds {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** A report whose `findings` are all at or above `thresholds`. */
export interface FilteredReport extends ScanReport {
  readonly thresholds: Thresholds;
  /** How many findings the thresholds took away. */
  readonly hidden: number;
}

/** `report` with only the findings at or above both thresholds, in the same order. */
export function filterReport(report: ScanReport, thresholds: Thresholds): FilteredReport {
  const findings = report.findings.filter((finding) =>
    atLeastSeverity(finding.severity, thresholds.severity) &&
    atLeastConfidence(finding.confidence, thresholds.confidence)
  );
  return { ...report, findings, thresholds, hidden: report.findings.length - findings.length };
}
