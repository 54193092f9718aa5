// What a comparison with a baseline says.

import type { Severity } from "./severity.ts";

export const BASELINE_STATES = ["new", "changed", "unchanged"] as const;
/** Of a finding that is there now; `changed` where the file around it is another. */
export type BaselineState = typeof BASELINE_STATES[number];

/** A finding of the baseline that is there no more. */
export interface FixedFinding {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly file: string;
  readonly message: string;
}

export interface Comparison {
  /** ISO 8601, when the baseline was saved. */
  readonly savedAt: string;
  readonly counts: Readonly<Record<BaselineState, number>>;
  /** Of the new ones, how many are new because the rules are others than those of the baseline. */
  readonly newByRules: number;
  readonly fixed: readonly FixedFinding[];
}
