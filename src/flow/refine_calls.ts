// Calls as conditions: lists that hold a value, tests of its form, functions of the program that
// agree only where it is safe.

import { argumentPlace } from "./apply.ts";
import { assignPattern } from "./assign.ts";
import { summaryOf } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, kindsOf, NO_KINDS } from "./kinds.ts";
import { refine } from "./refine.ts";
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
import { runBody } from "./statements.ts";
import { elementOf, join, textOf } from "./values.ts";

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
    if (holds && SEARCHES.has(name)) refineSearch(run, frame, { object, args });
    const values = args.map(({ value }) => value);
    refineExpression(run, frame, { object, name, args: values, holds });
    if (!holds) refineRefusal(run, frame, { object, name, args: values });
    if (holds && name === "endsWith" && first) refineHostEnd(run, frame, { object, first });
    refinePrefix(run, frame, { test, object, name, first, holds });
  }
  if (!holds) return;
  const called = evaluate(run, frame, callee);
  const [closure, ...others] = called.closures ?? [];
  // A promise counts as true, whatever it will say.
  const isTold = closure && (!closure.func.isAsync || run.awaited.has(test));
  if (isTold && others.length === 0) {
    for (const [index, kinds] of summaryOf(run, closure)?.truths ?? []) {
      const place = kinds === NO_KINDS
        ? undefined
        : argumentPlace({ expr: test }, { closure, index });
      if (place) makeArgumentSafe(run, frame, { place, kinds });
    }
  }
  const ref = called.refs?.[0];
  if ((ref === "any" || ref === "all") && first?.e === "each") {
    for (const { target, iterable } of first.loops) {
      const value = elementOf(evaluate(run, frame, iterable));
      assignPattern(run, frame, { target, value, declares: true });
    }
    return refine(run, frame, { test: first.value, holds: true });
  }
  if (
    ref === "isinstance" && args[1] && /^(?:int|float|bool)$/.test(nameIn(args[1].value)) && first
  ) {
    makePlaceSafe(frame, first, ALL_KINDS);
  }
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

const SEARCHES = new Set(["some", "find", "any"]);

/** One element passed: what the function says where it agrees is true of what it speaks of. */
function refineSearch(
  run: Run,
  frame: Frame,
  { object, args }: { object: Expr; args: Extract<Expr, { e: "call" }>["args"] },
): void {
  const test = args[0]?.value;
  if (test?.e !== "function") return;
  const scope = { parent: frame.scope, file: frame.file, isModule: false, vars: new Map() };
  const inner = new Frame(scope, frame.closure);
  inner.truthStates = [];
  const [param] = test.func.params;
  const element = elementOf(evaluate(run, frame, object));
  if (param) assignPattern(run, inner, { target: param.target, value: element, declares: true });
  runBody(run, inner, test.func.body);
  const [first, ...others] = inner.truthStates;
  for (const [name, value] of first ?? []) {
    if (!frame.lookUp(name) || !others.every((state) => state.has(name))) continue;
    frame.set(name, others.reduce((all, state) => join(all, state.get(name)!), value));
  }
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
