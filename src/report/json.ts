// The JSON report: a frozen, versioned shape of its own, so that the core types may change.
// Keys come in the order written here, and REPORT_JSON_SCHEMA says what each one means.

import {
  BASELINE_STATES,
  type Comparison,
  type Configured,
  type Coverage,
  coveragePercent,
  type Diagnostic,
  type Finding,
  type Location,
  type Review,
  type ReviewCoverage,
  SEVERITIES,
  SKIP_REASONS,
  type Triage,
  VERDICTS,
} from "../core/mod.ts";
import { describer, type Description } from "./_describe.ts";
import { safeJson } from "./_safe.ts";
import { countByTriage, tableOf, tally, total } from "./_tally.ts";
import type { FilteredReport } from "./filter.ts";

/** Raised with every change of the shape: the minor number where only keys are added. */
export const REPORT_SCHEMA_VERSION = "1.4";

/** `report` as JSON that REPORT_JSON_SCHEMA describes. */
export function toJson(report: FilteredReport): string {
  const describe = describer(report);
  return safeJson({
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool: { name: report.tool.name, version: report.tool.version },
    targets: report.targets,
    filter: {
      persona: report.persona,
      severity: report.thresholds.severity,
      confidence: report.thresholds.confidence,
    },
    findings: report.findings.map((finding) => findingJson(finding, describe(finding))),
    coverage: {
      found: report.coverage.found,
      analysed: report.coverage.analysed,
      parseErrors: report.coverage.parseErrors,
      inPart: report.coverage.inPart,
      percent: Math.floor(coveragePercent(report.coverage) * 100) / 100,
      skipped: tableOf(SKIP_REASONS, (reason) => report.coverage.skipped[reason] ?? 0),
      changed: changedJson(report.coverage),
    },
    diagnostics: report.diagnostics.map(diagnosticJson),
    complete: report.complete,
    notes: (report.notes ?? []).map(({ kind, file, line, message }) => ({
      kind,
      file,
      line,
      message,
    })),
    configuration: configurationJson(report.configuration),
    comparison: comparisonJson(report.comparison),
    review: coverageJson(report.review),
    summary: summaryJson(report),
  });
}

function changedJson({ changed }: Coverage) {
  if (changed === undefined) return null;
  return {
    since: changed.since,
    scope: changed.scope,
    files: changed.files,
    of: changed.of,
  };
}

function findingJson(finding: Finding, description: Description) {
  return {
    ruleId: finding.ruleId,
    title: description.title,
    severity: finding.severity,
    confidence: finding.confidence,
    evidence: finding.evidence,
    origin: finding.origin,
    message: finding.message,
    ...placeJson(finding.location),
    snippet: finding.snippet.text,
    fingerprint: finding.fingerprint,
    cwe: description.cwe,
    owasp: description.owasp,
    atlas: description.atlas,
    fix: description.fix,
    path: finding.path.map(stepJson),
    related: finding.related.map(stepJson),
    triage: triageJson(finding.triage),
    baseline: finding.baseline ?? null,
    review: reviewJson(finding.review),
  };
}

function placeJson({ file, line, column, endLine, endColumn }: Location) {
  return { file, line, column, endLine, endColumn };
}

function stepJson(step: Location & { readonly message: string }) {
  return { ...placeJson(step), message: step.message };
}

function triageJson(triage: Triage): Triage {
  switch (triage.state) {
    case "open":
      return { state: triage.state };
    case "suppressed":
      return { state: triage.state, by: triage.by, reason: triage.reason };
    case "known":
      return { state: triage.state, since: triage.since };
  }
}

function reviewJson(review: Review | undefined) {
  if (!review) return null;
  const { verdict, falseAlarm, reason, model, raisedFrom } = review;
  const was = raisedFrom
    ? { severity: raisedFrom.severity, confidence: raisedFrom.confidence }
    : null;
  return { verdict, falseAlarm, reason, model, raisedFrom: was };
}

function coverageJson(review: ReviewCoverage | undefined) {
  if (!review) return null;
  return {
    places: review.places,
    reviewed: review.reviewed,
    unanswered: review.unanswered,
    verdicts: tableOf(VERDICTS, (verdict) => review.verdicts[verdict]),
    added: review.added,
    dropped: review.dropped,
    steered: review.steered,
    models: review.models,
    complete: review.complete,
  };
}

function comparisonJson(comparison: Comparison | undefined) {
  if (!comparison) return null;
  const { savedAt, counts, newByRules, fixed } = comparison;
  return {
    savedAt,
    counts: tableOf(BASELINE_STATES, (state) => counts[state]),
    newByRules,
    fixed: fixed.map(({ fingerprint, ruleId, severity, file, message }) => ({
      ruleId,
      severity,
      message,
      file,
      fingerprint,
    })),
  };
}

function configurationJson({ files, rulesOff, leftOut }: Configured = NOTHING_SET) {
  return { files, rulesOff, leftOut };
}

const NOTHING_SET: Configured = { files: [], rulesOff: [], leftOut: 0 };

function diagnosticJson({ kind, file, message }: Diagnostic) {
  return { kind, file: file ?? null, message };
}

function summaryJson(report: FilteredReport) {
  const counts = tally(report.findings);
  return {
    total: report.findings.length,
    bySeverity: tableOf(SEVERITIES, (severity) => total(counts[severity])),
    byTriage: countByTriage(report.findings),
    hidden: report.hidden,
    hiddenBySeverity: report.hiddenBySeverity,
    hiddenUnlikely: report.hiddenUnlikely,
  };
}
