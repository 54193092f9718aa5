// A finding read back out of a JSON report. The file may come from anywhere: each value is held to
// its form, and what is left is hostile like every scanned text.

import {
  CONFIDENCES,
  EVIDENCES,
  Failure,
  type Finding,
  type FlowStep,
  type Location,
  printable,
  SEVERITIES,
  type Span,
} from "../core/mod.ts";

const MAX_BYTES = 256 * 1024 ** 2;
const MAX_STEPS = 200;

type Fields = Readonly<Record<string, unknown>>;

/** The findings of a report in our own JSON; fails where it is none. */
export function readReportFile(path: string, shown: string): Finding[] {
  const text = readText(path, shown);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(shown);
  }
  if (!isFields(value) || !Array.isArray(value["findings"])) throw malformed(shown);
  return value["findings"].flatMap((each) => readFinding(each) ?? []);
}

function readText(path: string, shown: string): string {
  try {
    if (Deno.statSync(path).size > MAX_BYTES) throw new Error("it is too large");
    return Deno.readTextFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Deno.errors.NotFound
      ? "there is none"
      : cause instanceof Error
      ? cause.message
      : "it cannot be opened";
    throw new Failure(
      "malformed-report",
      `Could not read the report "${printable(shown)}": ${printable(reason)}`,
      { hint: HOW, cause },
    );
  }
}

const HOW = "mcp-sentinel scan -o json --output-file report.json writes one";

function malformed(shown: string): Failure {
  return new Failure("malformed-report", `Expected a JSON report in "${printable(shown)}"`, {
    hint: HOW,
  });
}

function readFinding(value: unknown): Finding | undefined {
  if (!isFields(value)) return undefined;
  const place = placeOf(value);
  const { ruleId, message, fingerprint, snippet } = value;
  const severity = SEVERITIES.find((known) => known === value["severity"]);
  const confidence = CONFIDENCES.find((known) => known === value["confidence"]);
  const evidence = EVIDENCES.find((known) => known === value["evidence"]);
  if (
    !place || typeof ruleId !== "string" || typeof message !== "string" ||
    typeof fingerprint !== "string" || !severity || !confidence || !evidence
  ) return undefined;
  const text = typeof snippet === "string" ? snippet : "";
  return {
    ruleId,
    message,
    severity,
    confidence,
    evidence,
    origin: value["origin"] === "ai" ? "ai" : "rule",
    location: place,
    snippet: { text, ...matchIn(text, place) },
    fingerprint,
    related: stepsOf(value["related"]),
    path: stepsOf(value["path"]),
    triage: { state: "open" },
  };
}

/** The match in the line shown; all of it where the line was cut, or a secret in it masked. */
function matchIn(text: string, { line, column, endLine, endColumn }: Location): Span {
  const end = endLine === line ? endColumn - 1 : text.length;
  const isWhole = !text.startsWith("…") && column - 1 < end && end <= text.length;
  return isWhole ? { start: column - 1, end } : { start: 0, end: text.length };
}

function stepsOf(value: unknown): FlowStep[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_STEPS).flatMap((each) => {
    const place = isFields(each) ? placeOf(each) : undefined;
    const message = isFields(each) ? each["message"] : undefined;
    return place && typeof message === "string" ? [{ ...place, message }] : [];
  });
}

function placeOf({ file, line, column, endLine, endColumn }: Fields): Location | undefined {
  const isPlace = typeof file === "string" && isPosition(line) && isPosition(column) &&
    isPosition(endLine) && isPosition(endColumn);
  return isPlace ? { file, line, column, endLine, endColumn } : undefined;
}

function isPosition(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
