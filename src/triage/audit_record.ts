// The lines of the audit log: one JSON object for each suppression that set a finding aside in a
// run. Each line carries the hash of the one before, so that a change of one shows in the next.

import { createHash } from "node:crypto";
import { printableJson, SEVERITIES, type Severity } from "../core/mod.ts";

export interface AuditRecord {
  /** ISO 8601, of the run. */
  readonly timestamp: string;
  /** Of an entry; `comment` for a comment. */
  readonly suppressionId: string;
  readonly ruleId: string;
  /** The family of the rule. */
  readonly type: string;
  readonly severity: Severity;
  readonly path: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly author: string | null;
  /** ISO 8601. */
  readonly expires: string | null;
  readonly project: string;
  /** What is checked out, where it is known. */
  readonly commit: string | null;
}

/** What the first line of all carries. */
export const NO_HASH = "0".repeat(64);
const HASH = /^[0-9a-f]{64}$/;
/** Units of a line; a longer one was never written. */
const MAX_LINE = 64 * 1024;
const MAX_TEXT = 4000;

export function hashOfLine(line: string): string {
  return createHash("sha256").update(line).digest("hex");
}

/** `record` as a line, without a newline; `previous` is the hash of the line before. */
export function formatRecord(record: AuditRecord, previous: string): string {
  const cut = (text: string): string => text.slice(0, MAX_TEXT);
  return printableJson(JSON.stringify({
    timestamp: record.timestamp,
    suppressionId: cut(record.suppressionId),
    ruleId: cut(record.ruleId),
    type: record.type,
    severity: record.severity,
    path: cut(record.path),
    fingerprint: record.fingerprint,
    reason: cut(record.reason),
    author: record.author === null ? null : cut(record.author),
    expires: record.expires,
    project: cut(record.project),
    commit: record.commit,
    previous,
  }));
}

const TEXTS = [
  "timestamp",
  "suppressionId",
  "ruleId",
  "type",
  "path",
  "fingerprint",
  "reason",
  "project",
] as const;
const OPTIONAL = ["author", "expires", "commit"] as const;

export interface ReadRecord {
  readonly record: AuditRecord;
  readonly previous: string;
}

/** The parts of a line, or what is wrong with it. */
export function readRecord(line: string): ReadRecord | string {
  if (line.length > MAX_LINE) return `Expected at most ${MAX_LINE} characters in a line`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "No JSON: the line is cut short, or was edited";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "Expected an object";
  }
  const fields = value as Record<string, unknown>;
  const missing = TEXTS.find((key) => typeof fields[key] !== "string");
  if (missing !== undefined) return `Expected text for "${missing}"`;
  const wrong = OPTIONAL.find((key) => fields[key] !== null && typeof fields[key] !== "string");
  if (wrong !== undefined) return `Expected text or null for "${wrong}"`;
  for (const key of ["timestamp", "expires"]) {
    const time = fields[key];
    if (time !== null && Number.isNaN(Date.parse(String(time)))) {
      return `Expected a time for "${key}"`;
    }
  }
  if (!SEVERITIES.some((known) => known === fields["severity"])) {
    return `Expected one of ${SEVERITIES.join(", ")} for "severity"`;
  }
  const previous = fields["previous"];
  if (typeof previous !== "string" || !HASH.test(previous)) {
    return 'Expected a SHA-256 for "previous", 64 digits of 0-9a-f';
  }
  return { record: fields as unknown as AuditRecord, previous };
}
