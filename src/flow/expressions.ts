// Expressions to values.

import { concatenated } from "./collections.ts";
import { assignWritten } from "./assign.ts";
import { evaluateCall } from "./calls.ts";
import { defineClass, functionValue } from "./definitions.ts";
import { withVariable } from "./environment.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { endingWith, joinedBySlash } from "./joins.ts";
import { ALL_KINDS } from "./kinds.ts";
import { eachValue, listValue, recordValue } from "./literals.ts";
import { memberFrom } from "./members.ts";
import { CHANGED } from "./models/marks.ts";
import { refine } from "./refine.ts";
import { type Run, stepAt } from "./run.ts";
import { textValue } from "./texts.ts";
import {
  constant,
  elementOf,
  join,
  joinAll,
  madeSafe,
  memberOf,
  NOTHING,
  reference,
  textOf,
  type Value,
} from "./values.ts";
import { cellOf } from "./written_places.ts";

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
      if (expr.op === "<-") return elementOf(value);
      return expr.op === "await" ? value : { taints: [], type: "boolean" };
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
  const isGo = run.languageOf(frame.file) === "go";
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
  const python = run.languageOf(frame.file) === "python";
  if (NUMERIC.has(expr.op) && !(python && (expr.op === "%" || expr.op === "/"))) {
    return { taints: [], type: "number" };
  }
  if (left.type === "number" && right.type === "number") return { taints: [], type: "number" };
  if (expr.op === "|" || expr.op === "&") return join(left, right);
  const words = expr.op === "/" ? "joined into a path" : "put into a text";
  if (left.element || right.element || left.fields || right.fields) {
    return expr.op === "+" ? concatenated(left, right) : join(left, right);
  }
  const added = expr.op === "/" ? joinedBySlash(right) : right;
  const joined = textValue([left, added], stepAt(frame, expr, words));
  return python && expr.op === "/"
    ? { ...endingWith(joined, right), refs: ["pathlib.Path()"] }
    : joined;
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

const NUMBER_TYPES = /^(?:u?int(?:8|16|32|64)?|float(?:32|64)?|number|bool|boolean|byte|complex)$/;

function castValue(run: Run, frame: Frame, { value, type }: Expr & { e: "cast" }): Value {
  const held = evaluate(run, frame, value);
  // A script's `as` says what is meant; nothing is made of it when it runs.
  const isMeant = run.languageOf(frame.file) === "script";
  if (isMeant || !NUMBER_TYPES.test(type.name)) return held;
  return { taints: [], type: type.name.startsWith("bool") ? "boolean" : "number" };
}
