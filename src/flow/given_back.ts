// What a function gives back of what it was given: objects that stay what they are, and functions
// that go on with it.

import type { Closure } from "./program.ts";
import { join, mapTaints, memberOf, type Taint, type Value } from "./values.ts";

export type Replace = (taint: Taint) => readonly Taint[];

export interface Given {
  readonly closure: Closure;
  readonly given: (index: number) => Value;
}

/** What comes back as it was given is still what it was: a library, a function, an object. */
export function givenBack(
  returns: Value,
  { closure, given, replace }: Given & { replace: Replace },
): Value {
  let value = mapTaints(returns, replace);
  for (const { origin, trail } of returns.taints) {
    if (trail || origin.from !== "parameter" || origin.function !== closure.id) continue;
    const { refs, closures, instance, schema, fields, element } = origin.path.reduce(
      memberOf,
      given(origin.index),
    );
    const kept: Value = {
      taints: [],
      ...(refs && { refs }),
      ...(closures && { closures }),
      ...(instance && { instance }),
      ...(schema && { schema }),
      ...(fields && { fields }),
      ...(element && { element }),
    };
    if (Object.keys(kept).length > 1) value = join(value, kept);
  }
  return value;
}

/** Functions that made one another. */
const MAX_CAPTURED = 4;

/** A function that it makes and gives back goes on with what it was given. */
export function captured(value: Value, { closure, given }: Given): Value {
  if (!value.closures) return value;
  const values = closure.func.params.map((_, index) => given(index));
  if (!values.some(({ closures }) => closures)) return value;
  const closures = value.closures.map((each) => {
    const before = each.captured ?? [];
    return before.length >= MAX_CAPTURED
      ? each
      : { ...each, captured: [...before, { function: closure.id, values }] };
  });
  return { ...value, closures };
}

/** What a function that made it was given for a parameter. */
export function capturedBy(
  { captured }: Closure,
  { function: id, index }: { readonly function: number; readonly index: number },
): Value | undefined {
  return captured?.find((each) => each.function === id)?.values[index];
}
