// The two scales of a finding: how bad it would be, and how sure the rule is.
// Both are ordered from least to most, so a threshold is an index comparison.

export const SEVERITIES = ["info", "low", "medium", "high", "critical"] as const;
/** How bad the fault is where it is real. */
export type Severity = typeof SEVERITIES[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
/** How sure the rule is that the fault is real. */
export type Confidence = typeof CONFIDENCES[number];

export const EVIDENCES = ["heuristic", "likely", "proven"] as const;
/**
 * What a finding rests on: a source-to-sink path from a tool argument (`proven`), a parameter
 * that reaches the sink (`likely`), or a pattern (`heuristic`).
 */
export type Evidence = typeof EVIDENCES[number];

/** True where `value` is at or above `threshold` on its scale. */
export function atLeastSeverity(value: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(value) >= SEVERITIES.indexOf(threshold);
}

/** True where `value` is at or above `threshold` on its scale. */
export function atLeastConfidence(value: Confidence, threshold: Confidence): boolean {
  return CONFIDENCES.indexOf(value) >= CONFIDENCES.indexOf(threshold);
}
