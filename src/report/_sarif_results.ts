// The findings and diagnostics of a SARIF log. Messages are shown by viewers as they are, so what
// came from a file is made showable, and what SARIF would read as a link or placeholder is escaped.

import {
  type Confidence,
  type Diagnostic,
  type DiagnosticKind,
  type Finding,
  type Location,
  printable,
  type Review,
  type Triage,
  type TriageNote,
} from "../core/mod.ts";
import { LEVELS } from "./_sarif_rules.ts";
import { uriReference } from "./_uri.ts";

/** The one key of `originalUriBaseIds`; GitHub knows it as the root of the checkout. */
export const SOURCE_ROOT = "%SRCROOT%";

/** 0–100, as SARIF's `rank` asks: how soon to look at a result among others of its level. */
const RANKS: Readonly<Record<Confidence, number>> = { low: 30, medium: 60, high: 90 };

/** `run.results[]`. `compared` where a baseline was at hand: SARIF wants a state of all or none. */
export function sarifResult(
  finding: Finding,
  options: { readonly ruleIndex: number | undefined; readonly compared: boolean },
): object {
  const { ruleIndex, compared } = options;
  const { triage } = finding;
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    rank: RANKS[finding.confidence],
    ...(compared && { baselineState: baselineState(finding) }),
    message: sarifMessage(finding.message),
    locations: [{ physicalLocation: matchLocation(finding) }],
    partialFingerprints: { "mcpSentinel/v1": finding.fingerprint },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((related, i) => ({
        id: i + 1,
        ...messageLocation(related),
      })),
    }),
    ...(finding.path.length > 0 && {
      codeFlows: [{
        threadFlows: [{
          locations: finding.path.map((step) => ({ location: messageLocation(step) })),
        }],
      }],
    }),
    // Empty says "not suppressed"; left out it would say "unknown".
    suppressions: suppressions(triage),
    properties: {
      confidence: finding.confidence,
      evidence: finding.evidence,
      origin: finding.origin,
      severity: finding.severity,
      ...(finding.review && { review: reviewProperty(finding.review) }),
    },
  };
}

/** Viewers show properties as they are. */
function reviewProperty({ verdict, falseAlarm, reason, model, raisedFrom }: Review) {
  return {
    verdict,
    falseAlarm,
    reason: printable(reason),
    model: printable(model),
    ...(raisedFrom && { raisedFrom }),
  };
}

function baselineState({ baseline, triage }: Finding): "new" | "updated" | "unchanged" {
  if (baseline === "changed") return "updated";
  return baseline ?? (triage.state === "known" ? "unchanged" : "new");
}

function suppressions(triage: Triage) {
  if (triage.state !== "suppressed") return [];
  return [{
    kind: triage.by === "comment" ? "inSource" : "external",
    status: "accepted",
    justification: printable(triage.reason),
  }];
}

/** The match with its text, and the line around it where it stands in one line. */
function matchLocation({ location, snippet }: Finding) {
  const line = printable(snippet.text);
  const oneLine = location.endLine === location.line;
  // Of a match that runs on, the snippet holds the first line only.
  const match = printable(snippet.text.slice(snippet.start, snippet.end)) + (oneLine ? "" : "…");
  return {
    ...artifact(location.file),
    region: { ...region(location), snippet: { text: match } },
    // SARIF wants it larger than the region.
    ...(oneLine && match !== line && {
      contextRegion: { startLine: location.line, snippet: { text: line } },
    }),
  };
}

function messageLocation(place: Location & { readonly message: string }) {
  return {
    physicalLocation: { ...artifact(place.file), region: region(place) },
    message: sarifMessage(place.message),
  };
}

function artifact(file: string) {
  return { artifactLocation: { uri: uriReference(file), uriBaseId: SOURCE_ROOT } };
}

function region({ line, column, endLine, endColumn }: Location) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Trouble that leaves a file or rule wholly without results; the rest is a warning. */
const FATAL: readonly DiagnosticKind[] = ["unreadable", "rule-failed"];

/** `invocation.toolExecutionNotifications[]`. */
export function sarifNotification({ kind, file, message }: Diagnostic): object {
  return {
    descriptor: { id: kind },
    level: FATAL.includes(kind) ? "error" : "warning",
    message: sarifMessage(message),
    ...(file !== undefined && { locations: [{ physicalLocation: artifact(file) }] }),
  };
}

/** `invocation.toolExecutionNotifications[]`, of a suppression without effect. */
export function noteNotification({ file, line, message }: TriageNote): object {
  return {
    descriptor: { id: "suppression" },
    level: "note",
    message: sarifMessage(message),
    locations: [{ physicalLocation: { ...artifact(file), region: { startLine: line } } }],
  };
}

/**
 * A message as SARIF 2.1.0 asks: braces doubled (§3.11.5), and brackets escaped where one would open
 * an embedded link (§3.11.6).
 */
function sarifMessage(text: string): { text: string } {
  const plain = printable(text).replace(/[{}]/g, "$&$&");
  return { text: plain.includes("](") ? plain.replace(/[[\]]/g, "\\$&") : plain };
}
