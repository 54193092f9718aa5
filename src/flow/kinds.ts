// What a value can do harm in. A sink is of one kind; a sanitiser, a guard or a type makes a value
// safe for a set of them, kept as bits.

import { SINK_KINDS, type SinkKind } from "../core/mod.ts";

export { SINK_KINDS, type SinkKind };

/** A set of kinds. */
export type Kinds = number;

export const NO_KINDS: Kinds = 0;
export const ALL_KINDS: Kinds = 2 ** SINK_KINDS.length - 1;

export function kindsOf(...kinds: readonly SinkKind[]): Kinds {
  return kinds.reduce((bits, kind) => bits | 1 << SINK_KINDS.indexOf(kind), 0);
}

export function hasKind(kinds: Kinds, kind: SinkKind): boolean {
  return (kinds & 1 << SINK_KINDS.indexOf(kind)) !== 0;
}
