// What a scan ends in. Formats are functions of it alone.

import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { RuleInfo } from "./rule.ts";

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
] as const;
/**
 * Why a file, or a folder as a whole, was not analysed: `.gitignore` (`ignored`), a default or
 * given exclude (`excluded`), `--include` (`not-included`), a kind no rule reads (`unsupported`),
 * a device, pipe or socket (`special`), or what the name says.
 */
export type SkipReason = typeof SKIP_REASONS[number];

/** `found` is `analysed` plus every skip; a folder skipped as a whole counts as one. */
export interface Coverage {
  readonly found: number;
  readonly analysed: number;
  /** Files analysed although their syntax has errors. */
  readonly parseErrors: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
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
}
