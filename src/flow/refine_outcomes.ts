// What a function has told of its argument by what it gave back: `result.ok`, `err != nil`,
// `valid, text = check(x)`. Only the ways out that fit what the condition says count.

import { refineLookup } from "./refine.ts";
import { checkedPlace } from "./arguments.ts";
import { meetChecks } from "./checks.ts";
import { evaluate } from "./expressions.ts";
import { type Frame, placeKey } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS } from "./kinds.ts";
import type { Run } from "./run.ts";
import { summaryOf } from "./definitions.ts";
import { makeArgumentSafe, makePlaceSafe } from "./safe_places.ts";
import { memberOf, textOf, type Value } from "./values.ts";

type CallExpr = Expr & { readonly e: "call" };

/** A place counts as true, or does not. */
export function refineTruth(
  run: Run,
  frame: Frame,
  { place, truth }: { readonly place: Expr; readonly truth: boolean },
): void {
  noteTruth(frame, place, truth);
  // Nothing at all harms nothing.
  if (!truth && place.e !== "call") makePlaceSafe(frame, place, ALL_KINDS);
  const looked = truth && place.e === "name" ? lookupOf(frame.madeOf.get(place.name)) : undefined;
  if (looked) return refineLookup(run, frame, looked);
  // What is looked at again to tell holds conditions of its own.
  if (frame.isTelling) return;
  const source = sourceOf(frame, place);
  if (!source) return;
  frame.isTelling = true;
  tell(run, frame, { ...source, truth });
  frame.isTelling = false;
}

function tell(
  run: Run,
  frame: Frame,
  { call, path, truth }: Source & { readonly truth: boolean },
): void {
  const { closures, given } = evaluate(run, frame, call.callee);
  const [closure, ...others] = closures ?? [];
  if (!closure || others.length > 0 || given) return;
  if (closure.func.isAsync && !run.awaited.has(call)) return;
  const outcomes = summaryOf(run, closure)?.outcomes ?? [];
  const kept = outcomes.filter(({ returned }) => {
    const told = truthOf(path.reduce(memberOf, returned));
    return told === undefined || told === truth;
  });
  if (kept.length === 0 || kept.length === outcomes.length) return;
  let isTold = false;
  const agreed = kept.map(({ checks }) => checks).reduce(meetChecks);
  for (const [key, kinds] of agreed) {
    const argument = checkedPlace({ expr: call }, { closure, key });
    if (!argument) continue;
    makeArgumentSafe(run, frame, { place: argument, kinds });
    isTold = true;
  }
  if (isTold) takeAgain(run, frame, call);
}

/** Go's `_, ok := table[x]`. */
function lookupOf(made: Expr | undefined): (Expr & { readonly e: "index" }) | undefined {
  return made?.e === "member" && made.name === "1" && made.object.e === "index"
    ? made.object
    : undefined;
}

/** `err != nil` holds: what gives it back gives back something. */
function noteTruth(frame: Frame, place: Expr, truth: boolean): void {
  if (place.e !== "name" || !frame.scope.vars.has(place.name)) return;
  frame.set(place.name, { ...frame.scope.vars.get(place.name)!, truth });
}

interface Source {
  readonly call: CallExpr;
  readonly path: readonly string[];
}

/** The call that a place was made of, and where in its result it stood. */
function sourceOf(frame: Frame, place: Expr): Source | undefined {
  const key = placeKey(place);
  let at = key && frame.madeOf.get(key.name);
  if (!key || !at) return undefined;
  const path = [...key.path];
  for (let depth = 0; depth < 6; depth++) {
    if (at.e === "await") at = at.value;
    else if (at.e === "member") {
      path.unshift(at.name);
      at = at.object;
    } else break;
  }
  return at.e === "call" ? { call: at, path } : undefined;
}

/** Variables that hold parts of the result, now that more is known of the argument. */
function takeAgain(run: Run, frame: Frame, call: CallExpr): void {
  for (const [name, expr] of frame.madeOf) {
    if (sourceOf(frame, { e: "name", name, at: expr.at })?.call !== call) continue;
    if (frame.scope.vars.has(name)) frame.set(name, evaluate(run, frame, expr));
  }
}

const FALSE = new Set(["false", "False", "0", "null", "None", "nil", "undefined"]);
const ERRORS = /(?:^|[./])(?:\w*Error|Errorf|New)\(\)$/;

/** Whether a value counts as true, where that is known. */
export function truthOf(value: Value): boolean | undefined {
  if (value.truth !== undefined) return value.truth;
  const text = textOf(value);
  if (text !== undefined) return value.type === "text" ? text !== "" : !FALSE.has(text);
  if (value.closures || value.instance || value.fields) return true;
  if (value.refs?.some((ref) => ERRORS.test(ref))) return true;
  return undefined;
}
