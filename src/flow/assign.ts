// Values into names, fields and patterns. A variable of a module and a field of a class are cells:
// what one function writes there, another may read.

import type { Span } from "../core/mod.ts";
import { withVariable } from "./environment.ts";
import { evaluate } from "./expressions.ts";
import { type Frame, OUTER, placeKey } from "./frame.ts";
import type { Expr, Pattern } from "./ir.ts";
import type { OuterWrite, Scope } from "./program.ts";
import { type Run, stepAt } from "./run.ts";
import { textValue } from "./texts.ts";
import { elementOf, join, memberOf, NOTHING, type Step, stepped, type Value } from "./values.ts";
import { cellOf, noteCells, setIn, setPlace, writeCell } from "./written_places.ts";

/** An assignment as it is written: `a = v`, `a += v`, `a ??= v`. */
export interface Written {
  readonly target: Pattern;
  readonly value: Expr;
  readonly op?: string;
  readonly at: Span;
}

/** Runs one, as a statement or inside an expression; gives what is assigned. */
export function assignWritten(
  run: Run,
  frame: Frame,
  { written, declares }: { readonly written: Written; readonly declares: boolean },
): Value {
  noteTest(frame, written);
  const { target, op } = written;
  if (target.k === "name") frame.renewed.add(target.name);
  const added = evaluate(run, frame, written.value);
  if (op === "<-") return sent(frame, target, added);
  const value = op === undefined ? added : combined(valueBefore(run, frame, target), added, {
    op,
    step: stepAt(frame, written, "added to it"),
  });
  assignPattern(run, frame, { target, value, declares });
  return value;
}

/** Go: what is sent into a channel can be received from it. */
function sent(frame: Frame, target: Pattern, value: Value): Value {
  const key = target.k === "place" ? placeKey(target.expr) : undefined;
  if (!key) return value;
  if (!frame.lookUp(key.name)) frame.set(key.name, NOTHING);
  setIn(frame, {
    ...key,
    change: (held) => ({ ...held, element: held.element ? join(held.element, value) : value }),
  });
  noteCells(frame, { ...key, value });
  return value;
}

function combined(before: Value, added: Value, { op, step }: { op: string; step: Step }): Value {
  if (before.type === "number" && added.type === "number") return { taints: [], type: "number" };
  const isText = op === "+" && !before.element && !before.fields && !added.element &&
    !added.fields && (before.type === "text" || before.parts !== undefined);
  return isText ? textValue([before, added], step) : join(before, stepped(added, step));
}

function valueBefore(run: Run, frame: Frame, target: Pattern): Value {
  if (target.k === "name") return frame.lookUp(target.name) ?? NOTHING;
  return target.k === "place" ? evaluate(run, frame, target.expr) : NOTHING;
}

const CONDITIONS = new Set(["binary", "logic", "unary", "call"]);

/**
 * `const allowed = list.includes(x)` is asked for later; but where the name is assigned to in two
 * places, neither is known to be the one that counts.
 */
function noteTest(frame: Frame, written: Written): void {
  const { target, value, op } = written;
  noteParts(frame, written);
  if (target.k !== "name") return;
  const isFirst = (frame.firstWritten.get(target.name) ?? written) === written;
  frame.firstWritten.set(target.name, isFirst ? written : undefined);
  const test = value.e === "await" ? value.value : value;
  if (isFirst && op === undefined && CONDITIONS.has(test.e)) frame.tests.set(target.name, test);
  else frame.tests.delete(target.name);
}

/** `const host = new URL(x).hostname`, `const { hostname } = new URL(x)`, `ok, text = check(x)`. */
function noteParts(frame: Frame, { target, value, op }: Written): void {
  if (op !== undefined) return;
  const note = (part: Pattern, expr: Expr): void => {
    if (part.k !== "name") return;
    const known = frame.madeOf.get(part.name);
    if (known && known !== expr && known.at.start !== expr.at.start) frame.madeOf.delete(part.name);
    else frame.madeOf.set(part.name, expr);
  };
  if (target.k === "name") note(target, value);
  else if (target.k === "record") {
    for (const { key, target: part } of target.entries) {
      if (key !== undefined) {
        note(part, { e: "member", object: value, name: key, at: part.at });
      }
    }
  } else if (target.k === "list") {
    target.items.forEach((item, i) => {
      if (item && !item.rest) {
        note(item.target, { e: "member", object: value, name: String(i), at: item.target.at });
      }
    });
  }
}

interface Assignment {
  readonly target: Pattern;
  readonly value: Value;
  readonly declares: boolean;
}

export function assignPattern(run: Run, frame: Frame, assignment: Assignment): void {
  const { target, value, declares } = assignment;
  switch (target.k) {
    case "name":
      return setName(run, frame, { name: target.name, value, declares });
    case "place":
      return setPlace(run, frame, { place: target.expr, value });
    case "list": {
      const isGo = run.languageOf(frame.file) === "go";
      target.items.forEach((item, i) => {
        if (!item) return;
        const indexed = value.fields?.get(String(i));
        // Go takes no list apart: what is given first is the value itself, the rest speaks of it.
        const any = isGo && i === 0 ? value : elementOf(value);
        const element = item.rest ? restOf(value, i) : indexed ?? any;
        assignPattern(run, frame, {
          target: item.target,
          value: item.default ? join(element, evaluate(run, frame, item.default)) : element,
          declares,
        });
      });
      return;
    }
    case "record":
      for (const entry of target.entries) {
        const place = { file: frame.file, at: entry.target.at };
        const member = entry.key === undefined
          ? elementOf(value)
          : withVariable(memberOf(value, entry.key), place);
        assignPattern(run, frame, {
          target: entry.target,
          value: entry.default ? join(member, evaluate(run, frame, entry.default)) : member,
          declares,
        });
      }
      if (target.rest) assignPattern(run, frame, { target: target.rest, value, declares });
      return;
    case "none":
      return;
  }
}

/** Elements from a place on. */
function restOf(value: Value, from: number): Value {
  if (!value.fields) return value;
  const fields = [...value.fields].flatMap(([name, field]): [string, Value][] =>
    Number(name) >= from ? [[String(Number(name) - from), field]] : []
  );
  return { ...value, fields: new Map(fields) };
}

function setName(
  run: Run,
  frame: Frame,
  { name, value, declares }: { name: string; value: Value; declares: boolean },
): void {
  const isOwn = declares || run.languageOf(frame.file) === "python";
  const isOuter = frame.closure?.func.outer?.includes(name) === true;
  const holder = isOuter
    ? holderOf(frame.scope.parent ?? frame.scope, name)
    : isOwn
    ? frame.scope
    : holderOf(frame.scope, name);
  if (holder === frame.scope) {
    frame.set(name, value);
    return;
  }
  setOutside(frame, { holder, name, value });
}

/** A variable of the module, or of a function around: what it was, it may be still. */
export function setOutside(frame: Frame, { holder, name, value }: OuterWrite): void {
  const before = holder.vars.get(name);
  holder.vars.set(name, before ? join(before, value) : value);
  if (holder.isModule) return writeCell(frame, cellOf(holder, name), value);
  frame.writeOuter({ holder, name, value });
  // Here it is the value now; and in a function that this one is looked at within.
  frame.set(name, value);
  let known = name;
  for (let within = frame.within; within; within = within.within) {
    known = `${OUTER}${known}`;
    if (within.scope === holder) frame.set(known, value);
  }
}

export function holderOf(scope: Scope, name: string): Scope {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at.vars.has(name)) return at;
  }
  return scope;
}
