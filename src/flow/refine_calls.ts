// Calls as conditions: lists that hold a value, tests of its form, functions of the program that
// agree only where it is safe.

import { checkedPlace } from "./arguments.ts";
import { summaryOf } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, kindsOf } from "./kinds.ts";
import { refineElements } from "./refine_elements.ts";
import { refineExpression } from "./refine_expressions.ts";
import { refinePrefix, refineRefusal } from "./refine_paths.ts";
import type { Run } from "./run.ts";
import {
  isGiven,
  isHost,
  makeArgumentSafe,
  makeEqual,
  makePlaceSafe,
  valueAt,
} from "./safe_places.ts";
import { textOf } from "./values.ts";

const ALLOW_METHODS = new Set(["includes", "has", "contains", "Contains", "hasOwnProperty"]);

const NUMERIC_TESTS = new Set(["isdigit", "isnumeric", "isdecimal"]);

const WORD_TESTS = new Set(["isalnum", "isalpha", "isidentifier"]);

const WORD_KINDS = kindsOf(
  "shell",
  "argument",
  "path",
  "url",
  "sql",
  "template",
  "log",
  "header",
  "xpath",
  "ldap",
  "regex",
  "nosql",
);

export function refineCall(
  run: Run,
  frame: Frame,
  { test, holds }: { test: Expr & { e: "call" }; holds: boolean },
): void {
  const { callee, args } = test;
  const first = args[0]?.value;
  if (callee.e === "member") {
    const { object, name } = callee;
    if (holds && ALLOW_METHODS.has(name) && first) refineMembership(run, frame, { object, first });
    if (!holds && ALLOW_METHODS.has(name) && first) refuseNames(run, frame, { object, first });
    if (holds && NUMERIC_TESTS.has(name)) makePlaceSafe(frame, object, ALL_KINDS);
    if (holds && WORD_TESTS.has(name)) makePlaceSafe(frame, object, WORD_KINDS);
    const values = args.map(({ value }) => value);
    refineExpression(run, frame, { object, name, args: values, holds });
    if (!holds) refineRefusal(run, frame, { object, name, args: values });
    if (holds && /^ends[wW]ith$/.test(name) && first) refineHostEnd(run, frame, { object, first });
    if (holds && name === "HasSuffix" && first && args[1]) {
      refineHostEnd(run, frame, { object: first, first: args[1].value });
    }
    refinePrefix(run, frame, { test, object, name, first, holds });
  }
  const number = holds ? undefined : askedNumber(test);
  if (number) makePlaceSafe(frame, number, ALL_KINDS);
  if (refineElements(run, frame, { test, holds })) return;
  const called = evaluate(run, frame, callee);
  const [closure, ...others] = called.closures ?? [];
  // A promise counts as true, whatever it will say.
  const isTold = closure && !called.given && (!closure.func.isAsync || run.awaited.has(test));
  if (isTold && others.length === 0) {
    const summary = summaryOf(run, closure);
    for (const [key, kinds] of (holds ? summary?.truths : summary?.falses) ?? []) {
      const place = checkedPlace({ expr: test }, { closure, key });
      if (place) makeArgumentSafe(run, frame, { place, kinds });
    }
  }
  if (!holds) return;
  const ref = called.refs?.[0];
  if (
    ref === "isinstance" && args[1] && /^(?:int|float|bool)$/.test(nameIn(args[1].value)) && first
  ) {
    makePlaceSafe(frame, first, ALL_KINDS);
  }
  // A text that `Number` makes a number of is one as a whole.
  if (/^Number\.is(?:Integer|SafeInteger|Finite)$/.test(ref ?? "") && first) {
    makePlaceSafe(frame, first, ALL_KINDS);
  }
  if (ref === "Object.hasOwn" && first && args[1]) {
    return refineMembership(run, frame, { object: first, first: args[1].value });
  }
  if (ref === "Object.prototype.hasOwnProperty.call" && first && args[1]) {
    return refineMembership(run, frame, { object: first, first: args[1].value });
  }
  if (ref === "filepath.IsLocal" || ref === "path/filepath.IsLocal") {
    if (first) makePlaceSafe(frame, first, kindsOf("path", "archive"));
  }
  if (
    /(?:^|[./])slices\.Contains$/.test(ref ?? "") && args[1] && first &&
    !isGiven(run, frame, evaluate(run, frame, first), valueAt(frame, args[1].value))
  ) {
    makeEqual(frame, { run, place: args[1].value });
  }
}

/** `isNaN(Number(x))`: whether a text is a number as a whole. */
function askedNumber({ callee, args: [first] }: Expr & { e: "call" }): Expr | undefined {
  const asked = callee.e === "member" ? callee.name : nameIn(callee);
  if (asked !== "isNaN" || first?.value.e !== "call") return undefined;
  return nameIn(first.value.callee) === "Number" ? first.value.args[0]?.value : undefined;
}

function nameIn(expr: Expr): string {
  return expr.e === "name" ? expr.name : "";
}

/** A host below a domain, told by the dot before it. */
function refineHostEnd(
  run: Run,
  frame: Frame,
  { object, first }: { object: Expr; first: Expr },
): void {
  const end = textOf(evaluate(run, frame, first));
  if (end?.startsWith(".") && isHost(frame, object)) makeEqual(frame, { run, place: object });
}

/** A list of the server's own holds it. */
function refineMembership(
  run: Run,
  frame: Frame,
  { object, first }: { object: Expr; first: Expr },
): void {
  const table = evaluate(run, frame, object);
  // Go's `strings.Contains` looks into a text.
  if (table.refs?.some((ref) => /^(?:strings|bytes)$/.test(ref))) return;
  if (isGiven(run, frame, table, valueAt(frame, first)) || textOf(table) !== undefined) return;
  makeEqual(frame, { run, place: first });
}

/** Not of a list of names: taken for the names that lead to prototypes, which such lists are for. */
function refuseNames(
  run: Run,
  frame: Frame,
  { object, first }: { object: Expr; first: Expr },
): void {
  const place = textOf(evaluate(run, frame, first)) === "__proto__" ? object : first;
  makePlaceSafe(frame, place, kindsOf("property"));
}
