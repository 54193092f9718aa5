// Trouble with one file or one rule: recorded in the report, and the scan goes on.

export const DIAGNOSTIC_KINDS = [
  "unreadable",
  "too-large",
  "cut-by-bound",
  "malformed",
  "not-compared",
  "rule-failed",
  "analysis-failed",
] as const;
export type DiagnosticKind = typeof DIAGNOSTIC_KINDS[number];

export interface Diagnostic {
  readonly kind: DiagnosticKind;
  /** Relative to the project root; absent where no single file is concerned. */
  readonly file?: string;
  readonly message: string;
}
