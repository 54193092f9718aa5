// Expressions to values.

import { assignPattern, assignWritten, cellOf, fieldCell } from "./assign.ts";
import { callWith, evaluateCall } from "./calls.ts";
import { noteToolObject } from "./entries.ts";
import { withVariable } from "./environment.ts";
import { classNamed, defineClass, functionValue, summaryOf } from "./definitions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { joinedBySlash } from "./joins.ts";
import { ALL_KINDS, kindsOf } from "./kinds.ts";
import { CHANGED } from "./models/marks.ts";
import type { ClassInfo, Closure } from "./program.ts";
import { refine } from "./refine.ts";
import { type Run, stepAt } from "./run.ts";
import { writtenFields } from "./written_names.ts";
import type { Schema } from "./schemas.ts";
import { declaredField } from "./typed_values.ts";
import {
  constant,
  elementOf,
  join,
  joinAll,
  madeSafe,
  memberOf,
  NOTHING,
  reference,
  type Taint,
  textOf,
  textValue,
  type Value,
} from "./values.ts";

export function evaluate(run: Run, frame: Frame, expr: Expr): Value {
  if (!run.spend(frame, expr.at) || !run.enter(frame, expr.at)) return NOTHING;
  const value = valueOf(run, frame, expr);
  run.leave();
  return value;
}

function valueOf(run: Run, frame: Frame, expr: Expr): Value {
  switch (expr.e) {
    case "const":
      return constantValue(expr);
    case "name":
      return nameValue(run, frame, expr.name);
    case "member":
      return readMember(run, frame, expr);
    case "index":
      return readIndex(run, frame, expr);
    case "call":
      return evaluateCall(run, frame, expr);
    case "text":
      return textValue(
        expr.parts.map((part) => evaluate(run, frame, part)),
        stepAt(frame, expr, "put into a text"),
      );
    case "binary":
      return binaryValue(run, frame, expr);
    case "logic":
      return logicValue(run, frame, expr);
    case "unary": {
      const value = evaluate(run, frame, expr.value);
      return expr.op === "<-" || expr.op === "await" ? value : { taints: [], type: "boolean" };
    }
    case "choice":
      return choiceValue(run, frame, expr);
    case "list":
      return listValue(run, frame, expr);
    case "record":
      return recordValue(run, frame, expr);
    case "function":
      return functionValue(run, frame, expr.func);
    case "class":
      return defineClass(run, frame, expr.def);
    case "await":
      noteAwaited(run, expr.value);
      return evaluate(run, frame, expr.value);
    case "enter":
      return evaluate(run, frame, expr.value);
    case "yield": {
      const value = expr.value ? evaluate(run, frame, expr.value) : NOTHING;
      frame.leave({ taints: [], element: value }, { checks: new Map() });
      return NOTHING;
    }
    case "assign":
      return assignWritten(run, frame, { written: expr, declares: false });
    case "each":
      return eachValue(run, frame, expr);
    case "cast":
      return castValue(run, frame, expr);
    case "sequence":
      return expr.values.map((value) => evaluate(run, frame, value)).at(-1) ?? NOTHING;
    case "other":
      return joinAll(expr.parts.map((part) => evaluate(run, frame, part)));
  }
}

/** `await f(x)`, `await Promise.all([f(x), g(x)])`. */
function noteAwaited(run: Run, value: Expr): void {
  if (value.e !== "call") return;
  run.awaited.add(value);
  for (const { value: arg } of value.args) {
    if (arg.e === "call") run.awaited.add(arg);
    if (arg.e !== "list") continue;
    for (const item of arg.items) if (item.value.e === "call") run.awaited.add(item.value);
  }
}

function constantValue({ type, text }: Expr & { e: "const" }): Value {
  if (type === "text" || type === "number" || type === "boolean") return constant(text, type);
  return { taints: [], constants: [text] };
}

function nameValue(run: Run, frame: Frame, name: string): Value {
  for (let scope = frame.scope as typeof frame.scope | undefined; scope; scope = scope.parent) {
    const value = scope.vars.get(name);
    if (!value) continue;
    if (!scope.isModule || scope === frame.scope) return value;
    const written = run.writtenNames(scope.file).get(name);
    return written ? asWritten(value, { cell: cellOf(scope, name), written }) : value;
  }
  // A name that nothing in the file binds is the language's own.
  const isGo = run.files.get(frame.file)?.module.language === "go";
  return isGo && !GO_FUNCTIONS.has(name) ? NOTHING : reference(name);
}

/** Of Go itself, those that the tables know. */
const GO_FUNCTIONS = new Set(["len", "cap"]);

/** What a function finds in a variable that functions write to, or to members of. */
function asWritten(
  value: Value,
  { cell, written }: { readonly cell: string; readonly written: ReadonlySet<string> },
): Value {
  const held: Value = { taints: [{ origin: { from: "cell", cell }, safe: 0, trail: undefined }] };
  const { constants: _, ...open } = value;
  const own = written.has("=") ? { ...open, taints: [...value.taints, ...held.taints] } : value;
  const fields = new Map(own.fields);
  for (const name of written) if (name !== "*" && name !== "=") fields.set(name, held);
  if (written.has("*")) {
    // Any of its members, and any element.
    for (const [name, field] of fields) fields.set(name, join(field, held));
    const element = own.element ? join(own.element, held) : held;
    return { ...own, element, ...(own.fields && { fields }) };
  }
  return fields.size > 0 ? { ...own, fields } : own;
}

function readMember(run: Run, frame: Frame, expr: Expr & { e: "member" }): Value {
  return memberFrom(run, frame, { held: evaluate(run, frame, expr.object), expr });
}

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
    const methods = [method, ...isSelf(frame, object) ? overriding(run, instance, name) : []];
    return { taints: [], closures: methods.map((each) => ({ ...each, self: held })) };
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
  const place = { file: frame.file, at };
  const model = value.refs && run.models.get(value.refs[0]!);
  if (!model?.isMember || !model.source) return withVariable(value, place);
  const { kind, words } = model.source;
  const taint: Taint = {
    origin: { from: "source", kind, place, words },
    safe: 0,
    trail: undefined,
  };
  return { taints: [taint] };
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

function readIndex(run: Run, frame: Frame, { object, index, at }: Expr & { e: "index" }): Value {
  const held = evaluate(run, frame, object);
  // A slice of a text is still what was sent.
  if (!index) return madeSafe(held, CHANGED);
  const key = evaluate(run, frame, index);
  const text = textOf(key);
  if (text !== undefined) {
    return held.fields?.get(text) ??
      (held.fields
        ? elementOf(held)
        : withVariable(memberOf(held, text), { file: frame.file, at }));
  }
  // Looked up in a table of the program's own: one of its values, whatever the key.
  const element = elementOf(held);
  return key.taints.length > 0 ? { ...element, chosen: key.taints } : element;
}

const TESTS = new Set([
  "==",
  "!=",
  "===",
  "!==",
  "<",
  ">",
  "<=",
  ">=",
  "in",
  "not in",
  "is",
  "is not",
  "instanceof",
]);
const NUMERIC = new Set(["-", "*", "/", "//", "%", "**", "<<", ">>", "&", "^", ">>>"]);

type Binary = Expr & { readonly e: "binary" };

/** A sum of many leans to the left, one inside the other: those are taken in turn. */
function binaryValue(run: Run, frame: Frame, expr: Binary): Value {
  const sums = [expr];
  for (let at = expr.left; at.e === "binary"; at = at.left) sums.push(at);
  let value = evaluate(run, frame, sums.at(-1)!.left);
  for (const sum of sums.reverse()) {
    if (sum !== expr && !run.spend(frame, sum.at)) return NOTHING;
    value = combined(run, frame, { left: value, expr: sum });
  }
  return value;
}

function combined(
  run: Run,
  frame: Frame,
  { left, expr }: { left: Value; expr: Binary },
): Value {
  const right = evaluate(run, frame, expr.right);
  if (TESTS.has(expr.op)) return { taints: [], type: "boolean" };
  const python = run.files.get(frame.file)?.module.language === "python";
  if (NUMERIC.has(expr.op) && !(python && (expr.op === "%" || expr.op === "/"))) {
    return { taints: [], type: "number" };
  }
  if (left.type === "number" && right.type === "number") return { taints: [], type: "number" };
  if (expr.op === "|" || expr.op === "&") return join(left, right);
  const words = expr.op === "/" ? "joined into a path" : "put into a text";
  if (left.element || right.element || left.fields || right.fields) return join(left, right);
  const added = expr.op === "/" ? joinedBySlash(right) : right;
  const joined = textValue([left, added], stepAt(frame, expr, words));
  return python && expr.op === "/" ? { ...joined, refs: ["pathlib.Path()"] } : joined;
}

function logicValue(run: Run, frame: Frame, expr: Expr & { e: "logic" }): Value {
  const left = evaluate(run, frame, expr.left);
  let right = NOTHING;
  const holds = expr.op === "and";
  const way = frame.branch(() => {
    if (expr.op !== "??") refine(run, frame, { test: expr.left, holds });
    if (!frame.dead) right = evaluate(run, frame, expr.right);
  });
  frame.meet([frame.scope.vars, way]);
  if (expr.op === "and") {
    return join(right, left.type === "boolean" ? NOTHING : madeSafe(left, ALL_KINDS));
  }
  return join(left, right);
}

function choiceValue(run: Run, frame: Frame, expr: Expr & { e: "choice" }): Value {
  evaluate(run, frame, expr.test);
  const values: Value[] = [];
  const ways = ([[expr.then, true], [expr.otherwise, false]] as const).map(([way, holds]) =>
    frame.branch(() => {
      refine(run, frame, { test: expr.test, holds });
      if (!frame.dead) values.push(evaluate(run, frame, way));
    })
  );
  frame.meet(ways);
  return joinAll(values);
}

/** Elements by place, so that a list of words keeps its program apart from its arguments. */
const MAX_PLACES = 64;

function listValue(run: Run, frame: Frame, { items }: Expr & { e: "list" }): Value {
  const fields = new Map<string, Value>();
  let element: Value | undefined;
  items.forEach(({ value, spread }, i) => {
    const held = evaluate(run, frame, value);
    if (spread || element || i >= MAX_PLACES) {
      const each = spread ? elementOf(held) : held;
      element = element ? join(element, each) : each;
    } else fields.set(String(i), held);
  });
  return { taints: [], fields, ...(element && { element }) };
}

function recordValue(run: Run, frame: Frame, { entries, type }: Expr & { e: "record" }): Value {
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

function eachValue(run: Run, frame: Frame, { loops, value, key }: Expr & { e: "each" }): Value {
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

const NUMBER_TYPES = /^(?:u?int(?:8|16|32|64)?|float(?:32|64)?|number|bool|boolean|byte|complex)$/;

function castValue(run: Run, frame: Frame, { value, type }: Expr & { e: "cast" }): Value {
  const held = evaluate(run, frame, value);
  // A script's `as` says what is meant; nothing is made of it when it runs.
  const isMeant = run.files.get(frame.file)?.module.language === "script";
  if (isMeant || !NUMBER_TYPES.test(type.name)) return held;
  return { taints: [], type: type.name.startsWith("bool") ? "boolean" : "number" };
}
