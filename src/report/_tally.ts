// Findings counted by severity and by triage state: the numbers every summary is made of.

import {
  type Finding,
  SEVERITIES,
  type Severity,
  type Triage,
  TRIAGE_STATES,
} from "../core/mod.ts";

export type TriageCounts = Readonly<Record<Triage["state"], number>>;

/** How many findings stand in each triage state. */
export function countByTriage(findings: readonly Finding[]): TriageCounts {
  const counts = { open: 0, suppressed: 0, known: 0 };
  for (const finding of findings) counts[finding.triage.state]++;
  return counts;
}

/** How many findings there are of each severity, and of those in each triage state. */
export function tally(findings: readonly Finding[]): Readonly<Record<Severity, TriageCounts>> {
  return tableOf(
    SEVERITIES,
    (severity) => countByTriage(findings.filter((finding) => finding.severity === severity)),
  );
}

/** The sum over all triage states. */
export function total(counts: TriageCounts): number {
  return TRIAGE_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** A record with one entry a key, in the order of `keys`. */
export function tableOf<K extends string, V>(
  keys: readonly K[],
  value: (key: K) => V,
): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
