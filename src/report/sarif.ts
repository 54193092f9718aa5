// The SARIF 2.1.0 log, within what GitHub's code scanning takes. It names no path of the machine:
// every URI is relative to the root of the project.

import {
  DIAGNOSTIC_KINDS,
  type DiagnosticKind,
  maskSecret,
  printable,
  type ReviewCoverage,
} from "../core/mod.ts";
import { safeJson } from "./_safe.ts";
import { noteNotification, sarifNotification, sarifResult, SOURCE_ROOT } from "./_sarif_results.ts";
import { ruleDescriptor, taxonomyComponents, usedCatalogues } from "./_sarif_rules.ts";
import type { FilteredReport } from "./filter.ts";

/** `report` as a SARIF log of one run. */
export function toSarif(report: FilteredReport): string {
  return safeJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [sarifRun(report)],
  });
}

function sarifRun(report: FilteredReport) {
  const rules = report.rules.toSorted((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const ruleIndices = new Map(rules.map((rule, i) => [rule.id, i]));
  const catalogues = usedCatalogues(rules);
  const compared = report.comparison !== undefined ||
    report.findings.some((finding) => finding.triage.state === "known");
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        // The package, by the specifier that runs it.
        informationUri: "jsr:@sentinel/cli",
        rules: rules.map((rule) => ruleDescriptor(rule, catalogues)),
        notifications: NOTIFICATIONS,
        supportedTaxonomies: catalogues.map(({ name }, index) => ({ name, index })),
      },
    },
    automationDetails: { id: "mcp-sentinel/" },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: "The root of the scanned project." } },
    },
    // What core/redact.ts puts in the place of a secret.
    redactionTokens: [maskSecret("")],
    invocations: [{
      executionSuccessful: true,
      toolExecutionNotifications: [
        ...report.diagnostics.map(sarifNotification),
        ...(report.complete ? [] : [INCOMPLETE]),
        ...(report.notes ?? []).map(noteNotification),
        ...(report.hidden === 0 ? [] : [hiddenNotification(report)]),
        ...reviewNotifications(report),
      ],
      properties: {
        persona: report.persona,
        minimumSeverity: report.thresholds.severity,
        minimumConfidence: report.thresholds.confidence,
        hidden: report.hiddenBySeverity,
        ...(report.coverage.changed && { changed: report.coverage.changed }),
        ...(report.review && { review: reviewProperty(report.review) }),
      },
    }],
    taxonomies: taxonomyComponents(catalogues),
    results: report.findings.map((finding) =>
      sarifResult(finding, { ruleIndex: ruleIndices.get(finding.ruleId), compared })
    ),
  };
}

type NotificationId = DiagnosticKind | typeof RUN_NOTIFICATIONS[number];

const RUN_NOTIFICATIONS = [
  "incomplete",
  "hidden",
  "hidden-unlikely",
  "review-incomplete",
  "suppression",
] as const;

/** What happened, and what to do about it: GitHub asks for both. */
const NOTIFICATION_TEXTS: Readonly<Record<NotificationId, { what: string; help: string }>> = {
  unreadable: {
    what: "A file could not be read",
    help: "Check that the file is there and that the user who scans may read it.",
  },
  "too-large": {
    what: "A file is over the size limit and was not analysed",
    help: "Scan the source it was made from, or exclude it.",
  },
  "cut-by-bound": {
    what: "The analysis of a file was cut short by a bound",
    help: "Split the file, or exclude it where it is generated.",
  },
  malformed: {
    what: "A file is not in the format that its name says",
    help: "Correct the file, or exclude it where it is meant to be broken.",
  },
  "not-compared": {
    what: "A file could not be compared with what it was before",
    help: "Scan it by itself, without a comparison.",
  },
  "rule-failed": {
    what: "A rule failed on a file",
    help: "Report it to the authors of MCP Sentinel, with the file if it may be shown.",
  },
  "analysis-failed": {
    what: "The analysis of a file failed; the other files were analysed",
    help: "Report it to the authors of MCP Sentinel, with the file if it may be shown.",
  },
  incomplete: {
    what: "Something that should have been analysed was not, or only in part",
    help: "See the other notifications of this run.",
  },
  hidden: {
    what: "Findings were left out, as the persona or the thresholds of the scan ask",
    help: "Scan with the persona auditor to see everything.",
  },
  "hidden-unlikely": {
    what: "Findings were left out that a model takes for false alarms",
    help: "Scan without --hide-unlikely to see them; the exit code counts them in any case.",
  },
  "review-incomplete": {
    what: "Places that a model was to review have no answer",
    help: "Scan with --ai again; what is answered already is asked no more.",
  },
  suppression: {
    what: "A suppression has no effect, or none any more",
    help: "Correct it, renew it, or take it away.",
  },
};

const NOTIFICATIONS = [...DIAGNOSTIC_KINDS, ...RUN_NOTIFICATIONS].map((id) => {
  const { what, help } = NOTIFICATION_TEXTS[id];
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what}.` },
    help: { text: help },
  };
});

const INCOMPLETE = {
  descriptor: { id: "incomplete" },
  level: "warning",
  message: { text: NOTIFICATION_TEXTS.incomplete.what },
};

function hiddenNotification({ hidden, persona, thresholds }: FilteredReport) {
  const { severity, confidence } = thresholds;
  const what = hidden === 1 ? "1 finding was left out" : `${hidden} findings were left out`;
  return {
    descriptor: { id: "hidden" },
    level: "note",
    message: {
      text: `${what}: below severity ${severity} or confidence ${confidence} (persona ${persona})`,
    },
  };
}

function reviewNotifications({ hiddenUnlikely, review }: FilteredReport) {
  const note = (id: NotificationId, count: number): object => ({
    descriptor: { id },
    level: "note",
    message: { text: `${NOTIFICATION_TEXTS[id].what}: ${count}` },
  });
  return [
    ...(hiddenUnlikely === 0 ? [] : [note("hidden-unlikely", hiddenUnlikely)]),
    ...(!review || review.complete ? [] : [note("review-incomplete", review.unanswered)]),
  ];
}

function reviewProperty({ models, ...counts }: ReviewCoverage) {
  return { ...counts, models: models.map(printable) };
}
