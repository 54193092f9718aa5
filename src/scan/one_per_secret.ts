// One finding for one secret: of all that rules say of it, the gravest stays.

import type { Span } from "../core/mod.ts";

interface SecretMatch {
  readonly secret?: Span;
}

/**
 * Leaves out each match whose secret overlaps that of one before it. The order says which is kept;
 * matches without a secret stay where they are.
 */
export function onePerSecret<M extends SecretMatch>(matches: readonly M[]): M[] {
  /** Apart from one another, by place. */
  const kept: Span[] = [];
  return matches.filter(({ secret }) => {
    if (!secret) return true;
    const at = placeIn(kept, secret.start);
    const before = kept[at - 1];
    const after = kept[at];
    if ((before && before.end > secret.start) || (after && after.start < secret.end)) return false;
    kept.splice(at, 0, secret);
    return true;
  });
}

/** How many of the spans start before `start`. */
function placeIn(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
