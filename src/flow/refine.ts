// What a condition says of the values in it, where it holds and where it does not. Only what really
// keeps harm out counts: a check that looks like a guard and is none leaves the value as it was.

import { argumentPlace } from "./apply.ts";
import { summaryOf } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { anchoredKinds } from "./expression_kinds.ts";
import { Frame, placeKey } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";
import { RESOLVED } from "./models/marks.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";
import { assignPattern } from "./assign.ts";
import {
  allTaints,
  elementOf,
  join,
  madeSafe,
  mapTaints,
  memberOf,
  NOTHING,
  originKey,
  textOf,
  type Value,
} from "./values.ts";

interface Condition {
  readonly test: Expr;
  readonly holds: boolean;
}

const FLIPPED = new Set(["!=", "!==", "not in", "is not"]);

export function refine(run: Run, frame: Frame, { test, holds }: Condition): void {
  switch (test.e) {
    case "unary":
      if (test.op === "not") refine(run, frame, { test: test.value, holds: !holds });
      return;
    case "logic":
      return refineLogic(run, frame, { test, holds });
    case "binary": {
      const flipped = FLIPPED.has(test.op);
      return refineBinary(run, frame, { test, holds: flipped ? !holds : holds });
    }
    case "call":
      return refineCall(run, frame, { test, holds });
    case "await":
      return refine(run, frame, { test: test.value, holds });
    case "assign":
      return refine(run, frame, { test: test.value, holds });
    case "name": {
      const asked = frame.tests.get(test.name);
      if (!asked) return;
      // Once, so that a condition that names itself ends.
      frame.tests.delete(test.name);
      refine(run, frame, { test: asked, holds });
      frame.tests.set(test.name, asked);
      return;
    }
    default:
      return;
  }
}

function refineLogic(
  run: Run,
  frame: Frame,
  { test, holds }: { test: Expr & { e: "logic" }; holds: boolean },
): void {
  const both = test.op === "and" ? holds : !holds;
  if (test.op === "??") return;
  if (both) {
    refine(run, frame, { test: test.left, holds });
    refine(run, frame, { test: test.right, holds });
    return;
  }
  // One of them decided, and it is not known which.
  const first = frame.branch(() => refine(run, frame, { test: test.left, holds }));
  const second = frame.branch(() => {
    refine(run, frame, { test: test.left, holds: !holds });
    refine(run, frame, { test: test.right, holds });
  });
  frame.meet([first, second]);
}

const EQUAL = new Set(["==", "===", "!=", "!==", "is", "is not"]);
const MEMBER = new Set(["in", "not in"]);

function refineBinary(
  run: Run,
  frame: Frame,
  { test, holds }: { test: Expr & { e: "binary" }; holds: boolean },
): void {
  const { op, left, right } = test;
  if (EQUAL.has(op)) {
    if (left.e === "unary" && left.op === "typeof") {
      return refineTypeof(run, frame, { left, right, holds });
    }
    if (!holds) return;
    for (const [place, other] of [[left, right], [right, left]] as const) {
      const value = evaluate(run, frame, other);
      if (!isGiven(run, frame, value, valueAt(frame, place)) && isKnown(value, other)) {
        makeEqual(frame, { run, place });
      }
    }
    return;
  }
  if (MEMBER.has(op) && holds) {
    const table = evaluate(run, frame, right);
    if (!isGiven(run, frame, table, valueAt(frame, left)) && right.e !== "const") {
      makeEqual(frame, { run, place: left });
    }
  }
}

/**
 * Made of what somebody gives, where it is to hold `subject` in bounds. A variable of the module is
 * the server's own, and so is another parameter than the subject's, but of a function that a model
 * calls.
 */
function isGiven(run: Run, frame: Frame, value: Value, subject?: Value): boolean {
  const indices = new Set(
    allTaints(subject ?? NOTHING).map(({ origin }) =>
      origin.from === "parameter" ? origin.index : -2
    ),
  );
  const isEntry = frame.closure !== undefined && run.entryOf(frame.closure.func) !== undefined;
  return allTaints(value).some(({ origin }) =>
    origin.from === "source" ||
    (origin.from === "parameter" && (isEntry || subject === undefined || indices.has(origin.index)))
  );
}

/** What is equal to a value of the server's own is no longer the caller's choice. */
function isKnown(value: Value, expr: Expr): boolean {
  return expr.e === "const" ? textOf(value) !== undefined || value.constants !== undefined : true;
}

const HOSTS = new Set(["hostname", "host", "origin", "netloc", "Host", "Hostname"]);

function makeEqual(frame: Frame, { run, place }: { run: Run; place: Expr }): void {
  const host = hostOwner(place);
  if (host) return makeOriginSafe(run, frame, { expr: host, kinds: kindsOf("url", "redirect") });
  makePlaceSafe(frame, place, ALL_KINDS);
}

/** `url.hostname`, `url.Hostname()`, and the like. */
function hostOwner(place: Expr): Expr | undefined {
  if (place.e === "member" && HOSTS.has(place.name)) return place.object;
  if (place.e === "call" && place.callee.e === "member" && HOSTS.has(place.callee.name)) {
    return place.callee.object;
  }
  return undefined;
}

function refineTypeof(
  run: Run,
  frame: Frame,
  { left, right, holds }: { left: Expr & { e: "unary" }; right: Expr; holds: boolean },
): void {
  const type = textOf(evaluate(run, frame, right));
  if (holds && (type === "number" || type === "boolean")) {
    makePlaceSafe(frame, left.value, ALL_KINDS);
  }
}

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

function refineCall(
  run: Run,
  frame: Frame,
  { test, holds }: { test: Expr & { e: "call" }; holds: boolean },
): void {
  const { callee, args } = test;
  const first = args[0]?.value;
  if (callee.e === "member") {
    const { object, name } = callee;
    if (holds && ALLOW_METHODS.has(name) && first) refineMembership(run, frame, { object, first });
    if (holds && NUMERIC_TESTS.has(name)) makePlaceSafe(frame, object, ALL_KINDS);
    if (holds && WORD_TESTS.has(name)) makePlaceSafe(frame, object, WORD_KINDS);
    if (holds && SEARCHES.has(name)) refineSearch(run, frame, { object, args });
    if (holds) refineExpression(run, frame, { object, name, args: args.map(({ value }) => value) });
    refinePrefix(run, frame, { test, object, name, first, holds });
  }
  if (!holds) return;
  const called = evaluate(run, frame, callee);
  const [closure, ...others] = called.closures ?? [];
  if (closure && others.length === 0) {
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

/** `re.test(x)`, `x.match(re)`, `re.fullmatch(re, x)`. */
function refineExpression(
  run: Run,
  frame: Frame,
  { object, name, args }: { object: Expr; name: string; args: readonly Expr[] },
): void {
  const held = evaluate(run, frame, object);
  const python = held.refs?.includes("re") ?? false;
  const [pattern, subject] = python
    ? [args[0], args[1]]
    : /^(?:test|exec|match|fullmatch|MatchString)$/.test(name) && held.constants
    ? [object, args[0]]
    : name === "match"
    ? [args[0], object]
    : [undefined, undefined];
  if (!pattern || !subject) return;
  const { constants } = evaluate(run, frame, pattern);
  if (!constants || constants.length === 0) return;
  const start = name === "match" && (python || held.constants !== undefined) ||
    name === "fullmatch";
  const kinds = constants.reduce(
    (all, text) => all & anchoredKinds(text, { start, end: name === "fullmatch" }),
    ALL_KINDS,
  );
  if (constants.every((text) => fixesHost(text, start))) {
    makeOriginSafe(run, frame, { expr: subject, kinds: kindsOf("url", "redirect") });
  }
  if (kinds !== NO_KINDS) makePlaceSafe(frame, subject, kinds);
}

/** A fixed scheme and host, and the slash that ends them, at the start. */
function fixesHost(expression: string, anchored: boolean): boolean {
  const literal = /^\/(.*)\/[a-z]*$/s.exec(expression)?.[1] ?? expression;
  const body = literal.replaceAll("\\/", "/");
  return /^(?:\^|\\A)?[a-z]+s?\??:\/\/(?:[\w-]|\\\.){1,200}\//.test(body) &&
    (anchored || /^(?:\^|\\A)/.test(body));
}

const PREFIX = /^(?:startsWith|startswith|HasPrefix)$/;
const CONTAINED = kindsOf("path", "archive");

/** Only a path that was resolved first, and a prefix that ends where a folder's name ends. */
function refinePrefix(
  run: Run,
  frame: Frame,
  { test, object, name, first, holds }: {
    test: Expr & { e: "call" };
    object: Expr;
    name: string;
    first: Expr | undefined;
    holds: boolean;
  },
): void {
  const [subject, prefix] = name === "HasPrefix" ? [first, test.args[1]?.value] : [object, first];
  if (name === "is_relative_to" && holds) {
    if (isResolved(evaluate(run, frame, object))) {
      makeOriginSafe(run, frame, { expr: object, kinds: CONTAINED });
    }
    return;
  }
  if (!PREFIX.test(name) || !subject || !prefix) return;
  const value = evaluate(run, frame, prefix);
  if (!holds && textOf(value)?.startsWith("..")) {
    return refineRelative(run, frame, subject);
  }
  if (holds && value.constants?.every((text) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]+\//.test(text))) {
    makeOriginSafe(run, frame, { expr: subject, kinds: kindsOf("url", "redirect") });
    return;
  }
  const held = evaluate(run, frame, subject);
  if (!holds || isGiven(run, frame, value, held) || !isResolved(held)) return;
  if (endsWithSeparator(value)) makeOriginSafe(run, frame, { expr: subject, kinds: CONTAINED });
}

function endsWithSeparator(value: Value): boolean {
  const last = value.parts?.at(-1) ?? value;
  const text = textOf(last);
  if (text !== undefined) return /[\\/]$/.test(text);
  return last.refs?.some((ref) => /(?:^|\.)(?:sep|Separator)$/.test(ref)) ?? false;
}

function isResolved(value: Value): boolean {
  const taints = allTaints(value);
  return taints.length > 0 && taints.every(({ safe }) => (safe & RESOLVED) !== 0);
}

/** `rel.startsWith("..")`, `rel === ".."` do not hold: what it was taken from lies inside. */
function refineRelative(run: Run, frame: Frame, subject: Expr): void {
  const value = evaluate(run, frame, subject);
  if (isResolved(value)) makeOriginSafe(run, frame, { expr: subject, kinds: CONTAINED });
}

/** What a name or a member of one is now. */
function valueAt(frame: Frame, place: Expr): Value | undefined {
  const key = placeKey(place);
  const root = key && frame.lookUp(key.name);
  return root && key.path.reduce(memberOf, root);
}

/** What a function of the program says of an argument that it let pass. */
export function makeArgumentSafe(
  run: Run,
  frame: Frame,
  { place, kinds }: { place: Expr; kinds: Kinds },
): void {
  const value = valueAt(frame, place);
  if (!value) return;
  makePlaceSafe(frame, place, kinds);
  // It may have checked the resolved form of what is used.
  if ((kinds & CONTAINED) === CONTAINED && kinds !== ALL_KINDS && isResolved(value)) {
    makeOriginSafe(run, frame, { expr: place, kinds: CONTAINED });
  }
}

/** What is at a place is safe from here on; so is the parameter that it is. */
export function makePlaceSafe(frame: Frame, place: Expr, kinds: Kinds): void {
  const key = placeKey(place);
  if (!key) return;
  const root = frame.lookUp(key.name);
  if (!root) return;
  const value = key.path.reduce(memberOf, root);
  noteParameters(frame, value, kinds);
  const safe = madeSafe(value, kinds);
  if (key.path.length === 0) frame.set(key.name, safe);
  else if (frame.scope.vars.has(key.name)) {
    frame.set(key.name, replaceIn(root, key.path, safe));
  }
}

function replaceIn(value: Value, path: readonly string[], leaf: Value): Value {
  const [name, ...rest] = path;
  if (name === undefined) return leaf;
  const fields = new Map(value.fields);
  fields.set(name, replaceIn(memberOf(value, name), rest, leaf));
  return { ...value, fields };
}

/** Everything at hand that comes from the same place, as a check of a part of it speaks of it all. */
function makeOriginSafe(
  run: Run,
  frame: Frame,
  { expr, kinds }: { expr: Expr; kinds: Kinds },
): void {
  const value = evaluate(run, frame, expr);
  const keys = new Set(allTaints(value).map(({ origin }) => originKey(origin)));
  if (keys.size === 0) return;
  noteParameters(frame, value, kinds);
  for (const [name, held] of namesInReach(frame)) {
    if (
      name.startsWith("?") || !allTaints(held).some(({ origin }) => keys.has(originKey(origin)))
    ) continue;
    frame.set(
      name,
      mapTaints(
        held,
        (taint) =>
          keys.has(originKey(taint.origin)) ? { ...taint, safe: taint.safe | kinds } : taint,
      ),
    );
  }
}

/** Variables of the function, and of those around it within the function's own file. */
function namesInReach(frame: Frame): Map<string, Value> {
  const all = new Map<string, Value>();
  for (let scope: Frame["scope"] | undefined = frame.scope; scope; scope = scope.parent) {
    if (scope.isModule) break;
    for (const [name, value] of scope.vars) if (!all.has(name)) all.set(name, value);
  }
  return all;
}

/** Under a name that no program has: what a function has checked of its parameters. */
export function checkedName(index: number): string {
  return `?${index}`;
}

function noteParameters(frame: Frame, value: Value, kinds: Kinds): void {
  for (const { origin } of allTaints(value)) {
    if (origin.from !== "parameter" || origin.function !== frame.id) continue;
    if (origin.path.length > 0) continue;
    const name = checkedName(origin.index);
    const known = frame.lookUp(name);
    if (known) {
      frame.set(name, mapTaints(known, (taint) => ({ ...taint, safe: taint.safe | kinds })));
    }
  }
}

export function paramChecks(frame: Frame): Map<number, Kinds> {
  const checks = new Map<number, Kinds>();
  const params = frame.closure?.func.params ?? [];
  for (let index = 0; index < params.length; index++) {
    const safe = frame.scope.vars.get(checkedName(index))?.taints[0]?.safe ?? NO_KINDS;
    if (safe !== NO_KINDS) checks.set(index, safe);
  }
  return checks;
}
