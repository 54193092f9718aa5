// What a list of baselines shows of each one.

import { SEVERITIES, type Severity } from "../core/mod.ts";
import type { Baseline } from "./baseline.ts";

export interface BaselineMetadata {
  readonly project: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** Version of the program. */
  readonly tool: string;
  readonly rules: number;
  readonly ruleDigest: string;
  readonly configDigest: string;
  readonly files: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

export function metadataOf(baseline: Baseline): BaselineMetadata {
  const { project, savedAt, tool, ruleDigest, configDigest, rules, files, findings } = baseline;
  const bySeverity = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity } of findings) bySeverity[severity]++;
  return {
    project,
    savedAt,
    tool,
    rules: rules.length,
    ruleDigest,
    configDigest,
    files: files.size,
    findings: findings.length,
    bySeverity,
  };
}

const TEXTS = ["project", "savedAt", "tool", "ruleDigest", "configDigest"] as const;
const COUNTS = ["rules", "files", "findings"] as const;

/** Whether a value out of an index is one. */
export function isBaselineMetadata(value: unknown): value is BaselineMetadata {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Record<string, unknown>;
  const counts = record["bySeverity"] as Record<string, unknown> | null | undefined;
  return TEXTS.every((key) => typeof record[key] === "string") &&
    COUNTS.every((key) => Number.isSafeInteger(record[key])) &&
    typeof counts === "object" && counts !== null &&
    SEVERITIES.every((severity) => Number.isSafeInteger(counts[severity]));
}
