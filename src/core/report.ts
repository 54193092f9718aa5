// What a scan ends in. Formats are functions of it alone.

import type { Comparison } from "./comparison.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { ReviewCoverage } from "./review.ts";
import type { RuleInfo } from "./rule.ts";
import type { TriageNote } from "./triage_note.ts";

export const SKIP_REASONS = [
  "ignored",
  "excluded",
  "not-included",
  "unsupported",
  "binary",
  "too-large",
  "unreadable",
  "symlink",
  "special",
  "unchanged",
] as const;
/**
 * Why a file, or a folder as a whole, was not analysed: `.gitignore` (`ignored`), a default or
 * given exclude (`excluded`), `--include` (`not-included`), a kind no rule reads (`unsupported`),
 * a device, pipe or socket (`special`), nothing new in it or in what it goes with (`unchanged`), or
 * what the name says.
 */
export type SkipReason = typeof SKIP_REASONS[number];

/** What a scan of changed files alone looked at. */
export interface ChangedCoverage {
  /** What the files were compared with, in words. */
  readonly since: string;
  /** Findings are those of changed lines, or of whole changed files. */
  readonly scope: "line" | "file";
  /** Changed files among those that were found. */
  readonly files: number;
  /** Files of a supported kind that were found. */
  readonly of: number;
}

/** `found` is `analysed` plus every skip; a folder skipped as a whole counts as one. */
export interface Coverage {
  readonly found: number;
  readonly analysed: number;
  /** Files analysed although their syntax has errors. */
  readonly parseErrors: number;
  /** Files analysed in part: with syntax errors, cut by a bound, or where a rule failed. */
  readonly inPart: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Set where changed files alone were asked for. */
  readonly changed?: ChangedCoverage;
}

/** What settings made of a scan. */
export interface Configured {
  /** The files that they stand in, as the user knows them. */
  readonly files: readonly string[];
  /** Ids of rules that were switched off. */
  readonly rulesOff: readonly string[];
  /** Findings of rules that are switched off where they were found. */
  readonly leftOut: number;
}

export interface ScanReport {
  readonly tool: { readonly name: string; readonly version: string };
  /** As the user named them. */
  readonly targets: readonly string[];
  /** Every finding, before any filter of the report, in stable order. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly diagnostics: readonly Diagnostic[];
  /** False where something that should have been analysed was not, or only in part. */
  readonly complete: boolean;
  /** The rules that ran. */
  readonly rules: readonly RuleInfo[];
  /** What there is to say of suppressions, by file and line. */
  readonly notes?: readonly TriageNote[];
  /** Where settings say something of rules, or stand in files. */
  readonly configuration?: Configured;
  /** Where the findings were held against a baseline. */
  readonly comparison?: Comparison;
  /** Where models were asked. */
  readonly review?: ReviewCoverage;
}

/** Skips of files that rules would have read. */
const UNREAD: readonly SkipReason[] = ["too-large", "unreadable", "binary"];

/** Of the files that rules read, how many were analysed as a whole, in percent; 100 of none. */
export function coveragePercent({ analysed, inPart, skipped }: Coverage): number {
  const asked = UNREAD.reduce((sum, reason) => sum + (skipped[reason] ?? 0), analysed);
  return asked === 0 ? 100 : (analysed - inPart) / asked * 100;
}
