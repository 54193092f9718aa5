// Lists, records and comprehensions to values.

import { assignPattern } from "./assign.ts";
import { classNamed } from "./definitions.ts";
import { noteToolObject } from "./entries.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr, Loop } from "./ir.ts";
import { kindsOf } from "./kinds.ts";
import { refine } from "./refine.ts";
import type { Run } from "./run.ts";
import {
  allTaints,
  elementOf,
  join,
  mapTaints,
  memberOf,
  NOTHING,
  originKey,
  type Value,
} from "./values.ts";

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
  noteToolObject(run, frame, value);
  if (type === undefined) return value;
  const instance = classNamed(frame.scope, type);
  return instance ? promoted({ ...value, instance }) : { ...value, refs: [type] };
}

/** Go: fields of embedded structs are the struct's own. */
function promoted(value: Value): Value {
  const fields = new Map(value.fields);
  for (const { instance } of value.instance?.bases ?? []) {
    const embedded = instance && value.fields?.get(instance.name);
    for (const [name, field] of embedded?.fields ?? []) {
      if (!fields.has(name)) fields.set(name, field);
    }
  }
  return fields.size > (value.fields?.size ?? 0) ? { ...value, fields } : value;
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
  let list = NOTHING;
  const way = frame.branch(() => {
    for (const { target, iterable, tests } of loops) {
      list = evaluate(run, frame, iterable);
      const element = elementOf(list);
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
  const [loop, ...others] = loops;
  const isFilled = loop && others.length === 0 && keepsFirst({ loop, list, value });
  return { taints: [], element: isFilled ? filled(result, list) : result };
}

const PROGRAM = kindsOf("program");

/** What is put into the words of a list chooses no program; who chose the list does. */
function filled(result: Value, list: Value): Value {
  const own = new Set(allTaints(list).map(({ origin }) => originKey(origin)));
  return mapTaints(
    result,
    (taint) => own.has(originKey(taint.origin)) ? taint : { ...taint, safe: taint.safe | PROGRAM },
  );
}

/**
 * `[word.replace("{file}", x) for word in command]`: a list of the server's own says which program
 * it starts, unless its first word is known to hold what is replaced.
 */
function keepsFirst(
  { loop: { target }, list, value }: {
    readonly loop: Loop;
    readonly list: Value;
    readonly value: Expr;
  },
): boolean {
  if (target.k !== "name" || value.e !== "call" || value.callee.e !== "member") return false;
  const { name, object } = value.callee;
  const pattern = value.args[0]?.value;
  if (name !== "replace" || object.e !== "name" || object.name !== target.name) return false;
  if (pattern?.e !== "const" || pattern.text.length < 3) return false;
  const first = list.fields?.get("0");
  if (first?.parts || first && !first.constants) return false;
  return !first?.constants?.some((text) => text.includes(pattern.text));
}
