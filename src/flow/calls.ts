// Calls: of the program's own functions by their summaries, of libraries by the tables of models, of
// anything else by the assumption that what goes in may come out.

import { applyClosure } from "./apply.ts";
import { bundledModule } from "./bundles.ts";
import { addTo, contained } from "./collections.ts";
import { noteRegistration } from "./entries.ts";
import { noteEvent } from "./events.ts";
import { evaluate } from "./expressions.ts";
import { completed, forwarded, partial } from "./forwards.ts";
import type { Frame } from "./frame.ts";
import { importedModule } from "./imports.ts";
import type { Expr } from "./ir.ts";
import { matched } from "./matches.ts";
import { memberFrom } from "./members.ts";
import { isMeant, modelled, modelOf } from "./modelled.ts";
import { ASSUMED, CHANGED } from "./models/marks.ts";
import { keptKinds } from "./refine_elements.ts";
import { refineInside } from "./refine_paths.ts";
import { endsWithSeparator, replacedKinds } from "./replacements.ts";
import { type Run, stepAt } from "./run.ts";
import { schemaCall } from "./schema_calls.ts";
import {
  allTaints,
  elementOf,
  extend,
  joinAll,
  joinTaints,
  madeSafe,
  type Taint,
  type Value,
} from "./values.ts";
import { assignMembers, fieldCell, writeCell } from "./written_places.ts";

export type CallExpr = Expr & { readonly e: "call" };

/** A call with its arguments as values. */
export interface Call {
  readonly expr: CallExpr;
  readonly callee: Value;
  /** The last part of what is called, as written. */
  readonly method: string;
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** By argument, the expression that a guard may speak of. */
  readonly places: readonly Expr[];
}

export function evaluateCall(run: Run, frame: Frame, expr: CallExpr): Value {
  const { callee } = expr;
  if (callee.e !== "member") {
    return callWith(run, frame, {
      expr,
      receiver: undefined,
      callee: evaluate(run, frame, callee),
    });
  }
  const receiver = evaluate(run, frame, callee.object);
  const called = memberFrom(run, frame, { held: receiver, expr: callee });
  return callWith(run, frame, { expr, receiver, callee: called });
}

const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

/** A call of what has been evaluated. */
export function callWith(
  run: Run,
  frame: Frame,
  { expr, receiver, callee: called }: {
    readonly expr: CallExpr;
    readonly receiver: Value | undefined;
    readonly callee: Value;
  },
): Value {
  const { callee } = expr;
  const args: Value[] = [];
  const places: Expr[] = [];
  let keywords: Map<string, Value> | undefined;
  for (const arg of expr.args) {
    places.push(arg.value);
    const value = evaluate(run, frame, arg.value);
    if (arg.name !== undefined) (keywords ??= new Map()).set(arg.name, value);
    else if (arg.spread === "positional") spread(args, value);
    else if (arg.spread === "keywords") {
      keywords ??= new Map();
      for (const [name, field] of value.fields ?? []) keywords.set(name, field);
      if (value.taints.length > 0) keywords.set("**", value);
    } else args.push(value);
  }
  if (run.languageOf(frame.file) === "go") spreadResults(args, { expr, called });
  const call: Call = {
    expr,
    callee: called,
    method: callee.e === "member" ? callee.name : callee.e === "name" ? callee.name : "",
    receiver,
    args,
    keywords: keywords ?? NO_KEYWORDS,
    places,
  };
  const given = bundledModule(run, frame, call) ?? importedModule(run, frame, call) ??
    schemaCall(run, call) ?? parsed(call);
  if (given) return given;
  noteRegistration(run, frame, call);
  noteEvent(run, frame, call);
  if (called.refs?.[0] === "Object.assign") assignMembers(run, frame, call);
  return callValue(run, frame, call);
}

/** Go: `f(g())`, where `g` gives all that `f` takes. */
function spreadResults(
  args: Value[],
  { expr, called }: { readonly expr: CallExpr; readonly called: Value },
): void {
  const [only] = args;
  if (args.length !== 1 || expr.args[0]!.value.e !== "call" || !only!.fields?.has("1")) return;
  const takesOne = called.closures?.every(({ func }) => func.params.length === 1) ?? false;
  if (!takesOne) args.splice(0, 1, ...listed(only!));
}

/** `Model.model_validate(data)`: an object of the class that holds what was given. */
const PARSERS = /^(?:model_validate|model_validate_json|parse_obj|parse_raw|from_dict)$/;

function parsed({ receiver, method, args, callee }: Call): Value | undefined {
  const { instance } = receiver ?? {};
  if (!instance || callee.closures || !PARSERS.test(method)) return undefined;
  return { taints: args[0] ? allTaints(args[0]) : [], instance };
}

function spread(args: Value[], value: Value): void {
  const items = listed(value);
  args.push(...items.length > 0 ? items : [elementOf(value)]);
}

/** The elements whose places are known, in order. */
function listed({ fields }: Value): Value[] {
  return [...fields ?? []].filter(([name]) => /^\d+$/.test(name)).map(([, field]) => field);
}

export function callValue(run: Run, frame: Frame, call: Call): Value {
  const { callee, expr } = call;
  if (callee.given) return callValue(run, frame, completed(call, callee.given));
  const results: Value[] = [];
  for (const closure of callee.closures ?? []) {
    results.push(applyClosure(run, frame, { closure, call }));
  }
  if (callee.instance && (!callee.closures || expr.isNew)) return construct(run, frame, call);
  if (call.method === "relative_to" && call.expr.callee.e === "member" && call.args[0]) {
    // It raises where the path lies outside.
    refineInside(run, frame, { path: call.expr.callee.object, folder: call.args[0] });
  }
  const held = matched(frame, call) ?? contained(call) ?? partial(call) ??
    forwarded(run, frame, call);
  if (held && !callee.closures) return held;
  const known = modelOf(run.models, call);
  if (known && isMeant(call, known.model, known.name)) {
    results.push(modelled(run, frame, { call, ...known }));
  }
  // A parameter's method may be the program's own, whatever it is named after.
  for (const taint of callee.taints) {
    if (!taint.trail && taint.origin.from === "parameter") {
      frame.callsParameter({
        origin: taint.origin,
        args: call.args,
        place: { file: frame.file, at: expr.at },
      });
    }
  }
  if (results.length > 0) return joinAll(results);
  return unknown(run, frame, call);
}

function construct(run: Run, frame: Frame, call: Call): Value {
  const { instance } = call.callee;
  const made: Value = { taints: [], instance: instance! };
  const constructor = instance!.methods.get("constructor");
  const fields = new Map<string, Value>();
  if (constructor) applyClosure(run, frame, { closure: { ...constructor, self: made }, call });
  else {
    // A dataclass, a model: its fields in their order, or by name.
    call.args.forEach((value, i) => {
      const field = instance!.def.fields[i];
      if (field) fields.set(field.name, value);
    });
    for (const [name, value] of call.keywords) if (name !== "**") fields.set(name, value);
    for (const [name, value] of fields) writeCell(frame, fieldCell(instance!, name), value);
  }
  // `Model(**arguments)`
  const spread = constructor ? undefined : call.keywords.get("**");
  const refs = instance!.bases.flatMap(({ refs }) => refs ?? []).map((ref) => `${ref}()`);
  return {
    ...made,
    taints: spread?.taints ?? [],
    ...(fields.size > 0 && { fields }),
    ...(refs.length > 0 && { refs }),
  };
}

export function selected(call: Call, which: number | string): Value[] {
  if (which === "receiver") return call.receiver ? [call.receiver] : [];
  if (which === "all") return [...call.args, ...call.keywords.values()];
  if (typeof which === "number") return call.args.slice(which, which + 1);
  const field = /^(\d)\.(\w+)$/.exec(which);
  const value = field
    ? call.args[Number(field[1])]?.fields?.get(field[2]!)
    : call.keywords.get(which);
  return value ? [value] : [];
}

export function allInputs(call: Call): Value[] {
  return [...call.receiver ? [call.receiver] : [], ...call.args, ...call.keywords.values()];
}

export function refsOnly({ callee }: Call): Value {
  return { taints: [], ...(callee.refs && { refs: callee.refs.map((ref) => `${ref}()`) }) };
}

/** What goes in may come out, in whatever form. */
export function passed(frame: Frame, call: Call, inputs: readonly Value[]): Value {
  let taints: readonly Taint[] = [];
  for (const input of inputs) taints = joinTaints(taints, allTaints(input));
  if (taints.length === 0) return refsOnly(call);
  const name = call.method || "a call";
  const step = stepAt(frame, call.expr, `passed through "${name.slice(0, 60)}"`);
  return {
    ...refsOnly(call),
    taints: taints.map(({ origin, safe, trail }) => ({ origin, safe, trail: extend(trail, step) })),
  };
}

const ITERATORS = new Set([
  "map",
  "flatMap",
  "forEach",
  "filter",
  "find",
  "some",
  "every",
  "findLast",
  "sort",
  "reduce",
]);
const PROMISES = new Set(["then", "finally", "tap"]);

/** Functions that are handed over are called with what the receiver holds. */
export function callBack(run: Run, frame: Frame, call: Call): Value | undefined {
  const { receiver, method, args } = call;
  if (!args.some(({ closures }) => closures !== undefined)) return undefined;
  const closures = args.flatMap(({ closures }) => closures ?? []);
  if (closures.length === 0) return undefined;
  const given = receiver === undefined
    ? []
    : ITERATORS.has(method)
    ? [elementOf(receiver)]
    : PROMISES.has(method)
    ? [receiver]
    : undefined;
  if (!given) return undefined;
  return joinAll(
    closures.map((closure) =>
      applyClosure(run, frame, { closure, call: { ...call, args: given, keywords: new Map() } })
    ),
  );
}

function unknown(run: Run, frame: Frame, call: Call): Value {
  const { receiver, method, args } = call;
  const back = callBack(run, frame, call);
  if (ITERATORS.has(method) && receiver) {
    if (method === "filter" && args[0]) return madeSafe(receiver, keptKinds(run, args[0]));
    if (method === "filter" || method === "sort") return receiver;
    if (method === "find" || method === "findLast") return elementOf(receiver);
    if (method !== "reduce" && back) return { taints: [], element: back };
  }
  if (PROMISES.has(method) && back) return back;
  addTo(frame, call);
  const kinds = replacedKinds(call, run.languageOf(frame.file));
  const value: Value = {
    ...madeSafe(passed(frame, call, allInputs(call)), kinds | CHANGED),
    ...(endsWithSeparator(call) && { endsWithSeparator: true }),
  };
  if (!call.callee.refs?.length) return value;
  // A library's wrapper calls what it is given.
  const closures = args.flatMap(({ closures }) => closures ?? []);
  // What an object that was sent says of itself is what was sent.
  const assumed = receiver && receiver.taints.length > 0 ? value : madeSafe(value, ASSUMED);
  return { ...assumed, ...(closures.length > 0 && { closures }) };
}
