// What a reader asked to see: findings below a threshold go, and are counted, never lost silently.

import {
  atLeastConfidence,
  atLeastSeverity,
  type Confidence,
  type Finding,
  type ScanReport,
  SEVERITIES,
  type Severity,
} from "../core/mod.ts";
import { tableOf } from "./_tally.ts";

/** The least severity and the least confidence that a reader wants to see. */
export interface Thresholds {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

export const PERSONAS = ["regular", "pedantic", "auditor"] as const;
/**
 * Who reads: somebody who wants what is worth mending (`regular`), who wants doubtful findings too
 * (`pedantic`), or who wants everything (`auditor`).
 */
export type Persona = typeof PERSONAS[number];

export const PERSONA_THRESHOLDS: Readonly<Record<Persona, Thresholds>> = {
  regular: { severity: "low", confidence: "medium" },
  pedantic: { severity: "low", confidence: "low" },
  auditor: { severity: "info", confidence: "low" },
};

/** A persona, and thresholds that stand in the place of its own. */
export interface Reader extends Partial<Thresholds> {
  readonly persona: Persona;
  /** Leave out what a review takes for a false alarm; the gate knows of it all the same. */
  readonly hideUnlikely?: boolean;
}

/** A report whose `findings` are all at or above `thresholds`. */
export interface FilteredReport extends ScanReport {
  readonly persona: Persona;
  readonly thresholds: Thresholds;
  /** How many findings the thresholds took away. */
  readonly hidden: number;
  /** How many more are left out as unlikely. */
  readonly hiddenUnlikely: number;
  readonly hiddenBySeverity: Readonly<Record<Severity, number>>;
  /**
   * What the gate looks at: all that the persona shows, whatever narrower thresholds leave of it,
   * and all that is shown or would be if it were not unlikely.
   */
  readonly gate: readonly Finding[];
}

/** `report` with only the findings that `reader` wants to see, in the same order. */
export function filterReport(
  report: ScanReport,
  { persona, hideUnlikely = false, ...given }: Reader,
): FilteredReport {
  const own = PERSONA_THRESHOLDS[persona];
  const thresholds = { ...own, ...given };
  const findings: Finding[] = [];
  const hidden: Finding[] = [];
  const gate: Finding[] = [];
  let hiddenUnlikely = 0;
  for (const finding of report.findings) {
    const isPassing = passes(finding, thresholds);
    const isUnlikely = hideUnlikely && finding.review?.verdict === "unlikely";
    if (!isPassing) hidden.push(finding);
    else if (isUnlikely) hiddenUnlikely++;
    else findings.push(finding);
    if (isPassing || passes(finding, own)) gate.push(finding);
  }
  const hiddenBySeverity = tableOf(
    SEVERITIES,
    (severity) => hidden.filter((finding) => finding.severity === severity).length,
  );
  return {
    ...report,
    findings,
    persona,
    thresholds,
    hidden: hidden.length,
    hiddenUnlikely,
    hiddenBySeverity,
    gate,
  };
}

function passes(finding: Finding, { severity, confidence }: Thresholds): boolean {
  return atLeastSeverity(finding.severity, severity) &&
    atLeastConfidence(finding.confidence, confidence);
}
