// Sinks that take a whole list of a program's words, told of the list at hand; and how safe a value is
// behind what was done to it before and in the function.

import { hasKind, type Kinds } from "./kinds.ts";
import { BOUNDED, RELATED, RESOLVED, UNCLIMBING } from "./models/marks.ts";
import type { Reach } from "./program.ts";
import { CONTAINED } from "./safe_places.ts";
import { commandDangers, optionTaints } from "./sinks.ts";
import { allTaints, concatTrails, extend, originKey, type Step, type Value } from "./values.ts";

/** A whole list of which the first word is the program: the call at hand tells which is which. */
export function wordReaches(
  reach: Reach,
  { given, step }: { readonly given: (index: number) => Value; readonly step: Step },
): Reach[] | undefined {
  const { kind, origin } = reach;
  if (kind !== "program" || origin.from !== "parameter" || !isWhole(origin.path)) return undefined;
  return commandDangers(given(origin.index))?.flatMap(({ kind: each, words, value }) =>
    allTaints(value).flatMap((taint) => {
      const safe = safeBehind(taint.safe, reach.safe);
      if (hasKind(safe, each)) return [];
      const trail = concatTrails(extend(taint.trail, step), reach.trail);
      return [{ ...reach, kind: each, words, origin: taint.origin, safe, trail }];
    })
  );
}

/** The list itself, or any element of it. */
function isWhole(path: readonly string[]): boolean {
  return path.length === 0 || (path.length === 1 && path[0] === "*");
}

/** Where a whole list is a program's words, the call at hand tells which of them are options. */
export function optionsIn(
  { kind, origin }: Reach,
  given: (index: number) => Value,
): ReadonlySet<string> | undefined {
  if (kind !== "argument" || origin.from !== "parameter") return undefined;
  if (!isWhole(origin.path)) return undefined;
  const taints = optionTaints(given(origin.index));
  return taints && new Set(taints.map((taint) => originKey(taint.origin)));
}

/** Resolved here and held to a folder there is inside; held to one before it is resolved is not. */
export function safeBehind(before: Kinds, then: Kinds): Kinds {
  if ((before & RESOLVED) !== 0 && (then & BOUNDED) !== 0) return before | then | CONTAINED;
  if ((before & RELATED) === RELATED && (then & UNCLIMBING) !== 0) return before | then | CONTAINED;
  const isMoved = (then & RESOLVED) !== 0 && (then & BOUNDED) === 0;
  return (isMoved ? before & ~BOUNDED : before) | then;
}
