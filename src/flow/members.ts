// Members of what has been evaluated: methods, fields as cells, what a framework puts within reach.

import { callWith } from "./calls.ts";
import { summaryOf } from "./definitions.ts";
import { withVariable } from "./environment.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { kindsOf } from "./kinds.ts";
import type { ClassInfo, Closure } from "./program.ts";
import type { Run } from "./run.ts";
import type { Schema } from "./schemas.ts";
import { declaredField } from "./typed_values.ts";
import { madeSafe, memberOf, type Taint, type Value } from "./values.ts";
import { writtenFields } from "./written_names.ts";
import { fieldCell } from "./written_places.ts";

/** A record of schemas, out of a schema of a record. */
function shapeOf(fields: ReadonlyMap<string, Schema>): Value {
  const shapes = [...fields].map(([key, schema]): [string, Value] => [key, { taints: [], schema }]);
  return { taints: [], fields: new Map(shapes) };
}

/** The last part of a path object. */
const LAST_PARTS = new Set(["name", "stem", "suffix"]);
const PATH_OBJECT = /(?:^|\.)(?:Pure)?(?:Posix|Windows)?Path\(\)$/;

/** Counts, whatever is counted. */
const COUNTS = new Set(["length", "size", "byteLength"]);

/** A member of what has been evaluated. */
export function memberFrom(
  run: Run,
  frame: Frame,
  { held, expr }: { held: Value; expr: Expr & { e: "member" } },
): Value {
  const { name, at, object } = expr;
  const { instance } = held;
  if (name === "shape" && held.schema?.fields) return shapeOf(held.schema.fields);
  if (!instance) {
    if (COUNTS.has(name)) return { taints: [], type: "number" };
    if (LAST_PARTS.has(name) && held.refs?.some((ref) => PATH_OBJECT.test(ref))) {
      return madeSafe({ taints: held.taints }, kindsOf("path", "archive"));
    }
    return withSource(run, frame, { value: memberOf(held, name), at });
  }
  const method = instance.methods.get(name);
  if (method) {
    if (method.func.params.length === 0 && isGetter(instance.def, name)) {
      const getter: Expr = { e: "member", object, name, at };
      return callWith(run, frame, {
        expr: { e: "call", callee: getter, args: [], isNew: false, at },
        receiver: held,
        callee: { taints: [], closures: [{ ...method, self: held }] },
      });
    }
    const isOpen = isSelf(frame, object) || isAbstract(method);
    const methods = [method, ...isOpen ? overriding(run, instance, name) : []];
    return { taints: [], closures: methods.map((each) => ({ ...each, self: held })) };
  }
  const below = held.fields?.has(name) ? [] : overriding(run, instance, name);
  if (below.length > 0) {
    return { taints: [], closures: below.map((each) => ({ ...each, self: held })) };
  }
  const set = held.fields?.get(name) ??
    (held.taints.length === 0 ? instance.statics.get(name) : undefined);
  const value = set ?? memberOf({ ...held, refs: [] }, name);
  const declared = declaredField(run, frame, { info: instance, name, value });
  if (declared.closures || declared.refs?.length) return declared;
  const own = withKept(run, { info: instance, name, value: declared });
  const isOpen = own.constants === undefined || writtenFields(instance.def).has(name);
  if (!isOpen) return own;
  const taint = {
    origin: { from: "cell", cell: fieldCell(instance, name) },
    safe: 0,
    trail: undefined,
  } as const;
  const { constants: _, ...open } = own;
  return { ...open, taints: [...own.taints, taint] };
}

/** A client of a library that the constructor keeps. */
function withKept(
  run: Run,
  { info, name, value }: { info: ClassInfo; name: string; value: Value },
): Value {
  const constructor = info.methods.get("constructor");
  if (constructor) summaryOf(run, constructor);
  const refs = run.fieldRefs.get(fieldCell(info, name));
  return {
    ...value,
    ...(refs && { refs: [...refs].slice(0, MAX_KEPT) }),
    ...(run.separatedFields(info.file).has(name) && { endsWithSeparator: true as const }),
  };
}

const MAX_KEPT = 4;

/** What a framework puts within reach: the request at hand. */
function withSource(
  run: Run,
  frame: Frame,
  { value, at }: { value: Value; at: Expr["at"] },
): Value {
  if (!value.refs) return value;
  const place = { file: frame.file, at };
  const model = run.models.get(value.refs[0]!);
  if (!model?.isMember || !model.source) return withVariable(value, place);
  const { kind, words } = model.source;
  const taint: Taint = {
    origin: { from: "source", kind, place, words },
    safe: 0,
    trail: undefined,
  };
  return { taints: [taint] };
}

/** Nothing but what says that those below have it: `raise NotImplementedError`, an empty body. */
function isAbstract({ func: { body } }: Closure): boolean {
  const [only, ...others] = body;
  if (others.length > 0) return false;
  // Python's `...`
  const saysNothing = only?.s === "expr" &&
    (only.value.e === "const" || only.value.e === "other" && only.value.parts.length === 0);
  return only === undefined || only.s === "throw" || saysNothing;
}

/** `this`, `self`: an object of the class, or of one that extends it. */
function isSelf(frame: Frame, object: Expr): boolean {
  return object.e === "name" &&
    (object.name === "this" || object.name === frame.closure?.func.self);
}

/** Levels of classes below one. */
const MAX_LEVELS = 4;

function overriding(run: Run, info: ClassInfo, name: string, level = 0): Closure[] {
  if (level >= MAX_LEVELS) return [];
  return (run.subclasses.get(info) ?? []).flatMap((sub) => {
    const own = sub.methods.get(name);
    return [...own?.owner === sub ? [own] : [], ...overriding(run, sub, name, level + 1)];
  });
}

function isGetter(
  def: { methods: readonly { kind: string; func: { name: string } }[] },
  name: string,
): boolean {
  return def.methods.some(({ kind, func }) => kind === "getter" && func.name === name);
}
