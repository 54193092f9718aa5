// Lists, records and comprehensions to values.

import { assignPattern } from "./assign.ts";
import { classNamed } from "./definitions.ts";
import { noteToolObject } from "./entries.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { refine } from "./refine.ts";
import type { Run } from "./run.ts";
import { elementOf, join, memberOf, NOTHING, type Value } from "./values.ts";

/** Elements by place, so that a list of words keeps its program apart from its arguments. */
const MAX_PLACES = 64;

export function listValue(run: Run, frame: Frame, { items }: Expr & { e: "list" }): Value {
  const fields = new Map<string, Value>();
  let element: Value | undefined;
  items.forEach(({ value, spread }) => {
    const held = evaluate(run, frame, value);
    const listed = spread && !element ? placesOf(held) : undefined;
    if (listed && fields.size + listed.length <= MAX_PLACES) {
      for (const each of listed) fields.set(String(fields.size), each);
    } else if (spread || element || fields.size >= MAX_PLACES) {
      const each = spread ? elementOf(held) : held;
      element = element ? join(element, each) : each;
    } else fields.set(String(fields.size), held);
  });
  return { taints: [], fields, ...(element && { element }) };
}

/** Of a list whose elements are all known by their places. */
function placesOf({ taints, element, fields }: Value): Value[] | undefined {
  if (taints.length > 0 || element || !fields) return undefined;
  const names = [...fields.keys()];
  return names.every((name, i) => name === String(i)) ? [...fields.values()] : undefined;
}

export function recordValue(
  run: Run,
  frame: Frame,
  { entries, type }: Expr & { e: "record" },
): Value {
  let value: Value = { taints: [], fields: new Map() };
  // Its own, which nobody else has seen.
  let fields = new Map<string, Value>();
  for (const { key, computed, value: entry, spread } of entries) {
    const held = evaluate(run, frame, entry);
    if (spread) {
      value = spreadOver({ ...value, fields }, held);
      fields = new Map(value.fields);
    } else if (key !== undefined) fields.set(key, held);
    else {
      if (computed) evaluate(run, frame, computed);
      value = { ...value, element: value.element ? join(value.element, held) : held };
    }
  }
  value = { ...value, fields };
  noteToolObject(run, value);
  if (type === undefined) return value;
  const instance = classNamed(frame.scope, type);
  return instance ? { ...value, instance } : { ...value, refs: [type] };
}

/** Members of what is spread stand before those of the same name. */
function spreadOver(value: Value, held: Value): Value {
  if (held.taints.length === 0) return join(value, held);
  const fields = [...value.fields ?? []].map(([name, field]): [string, Value] => [
    name,
    join(field, memberOf(held, name)),
  ]);
  return join({ ...value, fields: new Map(fields) }, held);
}

export function eachValue(
  run: Run,
  frame: Frame,
  { loops, value, key }: Expr & { e: "each" },
): Value {
  let result = NOTHING;
  const way = frame.branch(() => {
    for (const { target, iterable, tests } of loops) {
      const element = elementOf(evaluate(run, frame, iterable));
      assignPattern(run, frame, { target, value: element, declares: true });
      for (const test of tests) {
        evaluate(run, frame, test);
        refine(run, frame, { test, holds: true });
      }
    }
    if (key) evaluate(run, frame, key);
    result = evaluate(run, frame, value);
  });
  frame.meet([frame.scope.vars, way]);
  return { taints: [], element: result };
}
