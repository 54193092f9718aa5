// A model's opinion of a finding. It annotates and raises; it never takes away or lowers what a rule
// has found.

import type { Confidence, Severity } from "./severity.ts";

export const VERDICTS = ["confirmed", "uncertain", "unlikely"] as const;
/** What the model makes of a finding: real, not to be told, or probably a false alarm. */
export type Verdict = typeof VERDICTS[number];

export interface Review {
  readonly verdict: Verdict;
  /** Per cent: how likely it is a false alarm. */
  readonly falseAlarm: number;
  /** The model's own words; hostile as everything that it has read. */
  readonly reason: string;
  /** `provider/model`. */
  readonly model: string;
  /** What the rule had said, where the review has raised it. */
  readonly raisedFrom?: { readonly severity: Severity; readonly confidence: Confidence };
}

/** What came of a review as a whole. */
export interface ReviewCoverage {
  /** Places worth a question. */
  readonly places: number;
  /** Of those, how many have an answer that counts. */
  readonly reviewed: number;
  /** Nobody could or might answer, or the answer was none. */
  readonly unanswered: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Findings that a model has added. */
  readonly added: number;
  /** What models reported and the code does not show. */
  readonly dropped: number;
  /** Places whose text steered the answer. */
  readonly steered: number;
  /** `provider/model`, sorted. */
  readonly models: readonly string[];
  /** False where something is unanswered. */
  readonly complete: boolean;
}
