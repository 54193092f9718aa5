// What a value can do harm in. A sink is of one kind; a sanitiser, a guard or a type makes a value
// safe for a set of them, kept as bits.

import { SINK_KINDS, type SinkKind } from "../core/mod.ts";

export { SINK_KINDS, type SinkKind };

/** A set of kinds. */
export type Kinds = number;

export const NO_KINDS: Kinds = 0;

/** Kinds that the same escaping makes safe share a bit. */
const ALIKE: ReadonlyMap<SinkKind, SinkKind> = new Map([["header", "log"], ["xpath", "ldap"]]);

const OWN_BITS = SINK_KINDS.filter((kind) => !ALIKE.has(kind));

const BITS: ReadonlyMap<SinkKind, Kinds> = new Map(
  SINK_KINDS.map((kind) => [kind, 1 << OWN_BITS.indexOf(ALIKE.get(kind) ?? kind)]),
);

export const ALL_KINDS: Kinds = 2 ** OWN_BITS.length - 1;

export function kindsOf(...kinds: readonly SinkKind[]): Kinds {
  return kinds.reduce((bits, kind) => bits | BITS.get(kind)!, 0);
}

export function hasKind(kinds: Kinds, kind: SinkKind): boolean {
  return (kinds & BITS.get(kind)!) !== 0;
}
