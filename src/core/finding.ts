// A finding: a rule's match made into something a reader can act on.

import type { BaselineState } from "./comparison.ts";
import type { Review } from "./review.ts";
import type { Confidence, Evidence, Severity } from "./severity.ts";

export interface Location {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** One past the last column. */
  readonly endColumn: number;
}

/** One line of source, redacted, cut around the match where it is long. */
export interface Snippet {
  readonly text: string;
  /** The match inside `text`, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}

/** A step of a data flow, from source to sink. */
export interface FlowStep extends Location {
  readonly message: string;
}

export const TRIAGE_STATES = ["open", "suppressed", "known"] as const;

/** Stands beside a finding; nothing is dropped silently. */
export type Triage =
  | { readonly state: "open" }
  | { readonly state: "suppressed"; readonly by: string; readonly reason: string }
  | { readonly state: "known"; readonly since: string };

export interface Finding {
  readonly ruleId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
  readonly origin: "rule" | "ai";
  readonly location: Location;
  readonly snippet: Snippet;
  /** Hex; holds no line number, so it survives edits elsewhere in the file. */
  readonly fingerprint: string;
  /** Hex; the fingerprint without the path: a finding is known by it in a file that moved. */
  readonly signature?: string;
  readonly related: readonly RelatedLocation[];
  readonly path: readonly FlowStep[];
  readonly triage: Triage;
  /** Where the findings were held against a baseline. */
  readonly baseline?: BaselineState;
  /** Where a model was asked about it. */
  readonly review?: Review;
}
