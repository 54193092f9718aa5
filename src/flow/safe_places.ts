// Values made safe where a condition has spoken of them: at the place it names, or everywhere that
// holds what came from the same origin; and what a function has thereby checked of its parameters.

import { checkKey, type Checks } from "./checks.ts";
import { evaluate } from "./expressions.ts";
import { summaryOf } from "./definitions.ts";
import { type Frame, placeKey } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";
import {
  BOUNDED,
  CHANGED,
  DOTLESS,
  QUOTED,
  RELATED,
  RELATIVE,
  RESOLVED,
  SLASHLESS,
  UNCLIMBING,
} from "./models/marks.ts";
import type { Run } from "./run.ts";
import {
  allTaints,
  madeSafe,
  mapTaints,
  memberOf,
  NOTHING,
  originKey,
  type SourceKind,
  type Value,
} from "./values.ts";

/** What a name or a member of one is now. */
export function valueAt(frame: Frame, place: Expr): Value | undefined {
  const key = placeKey(place);
  const root = key && frame.lookUp(key.name);
  return root && key.path.reduce(memberOf, root);
}

export const CONTAINED = kindsOf("path", "archive");

/** What a function of the program says of an argument that it let pass. */
export function makeArgumentSafe(
  run: Run,
  frame: Frame,
  { place, kinds }: { place: Expr; kinds: Kinds },
): void {
  if ((kinds & ALL_KINDS) === ALL_KINDS && isHost(frame, place)) {
    return makeEqual(frame, { run, place });
  }
  const value = valueAt(frame, place);
  if (!value) return;
  makePlaceSafe(frame, place, kinds);
  if ((kinds & BOUNDED) !== 0 && isResolved(value)) {
    makeOriginSafe(run, frame, { expr: place, kinds: CONTAINED });
  }
  if ((kinds & UNCLIMBING) !== 0 && isMarked(value, RELATED)) {
    makeOriginSafe(run, frame, { expr: place, kinds: CONTAINED });
  } else if ((kinds & UNCLIMBING) !== 0 && isResolved(value)) {
    makePlaceSafe(frame, place, DOTLESS);
  }
  // It may have checked the resolved form of what is used.
  if ((kinds & CONTAINED) === CONTAINED && kinds !== ALL_KINDS && isResolved(value)) {
    makeOriginSafe(run, frame, { expr: place, kinds: CONTAINED });
  }
  const spelt = (kinds & CONTAINED) === CONTAINED ? speltAnew(run, frame, place) : undefined;
  const before = spelt && valueAt(frame, spelt);
  if (!before) return;
  makePlaceSafe(frame, spelt, CONTAINED);
  if (isResolved(before)) makeOriginSafe(run, frame, { expr: spelt, kinds: CONTAINED });
}

/** What a variable holds in another spelling, so that the same place of the disk is meant. */
function speltAnew(run: Run, frame: Frame, place: Expr): Expr | undefined {
  const made = place.e === "name" ? frame.madeOf.get(place.name) : undefined;
  if (made?.e !== "call") return undefined;
  const { callee, args: [first] } = made;
  if (callee.e === "member" && CASE.test(callee.name) && !first) return callee.object;
  const { closures, given } = evaluate(run, frame, callee);
  const [closure, ...others] = closures ?? [];
  if (!closure || others.length > 0 || given || !first || closure.func.isAsync) return undefined;
  const { taints, fields, element, parts } = summaryOf(run, closure)?.returns ?? NOTHING;
  const isSame = taints.length > 0 && !fields && !element && !parts &&
    taints.every(({ origin, trail, safe }) =>
      origin.from === "parameter" && origin.function === closure.id && origin.index === 0 &&
      origin.path.length === 0 && !trail && (safe & CHANGED) === 0
    );
  return isSame ? first.value : undefined;
}

const CASE = /^(?:toLowerCase|toUpperCase|toLocaleLowerCase|lower|upper|casefold)$/;

/** What is at a place is safe from here on; so is the parameter that it is. */
export function makePlaceSafe(frame: Frame, place: Expr, kinds: Kinds): void {
  const key = placeKey(place);
  if (!key) return;
  const root = frame.lookUp(key.name);
  if (!root) return;
  const value = key.path.reduce(memberOf, root);
  noteParameters(frame, { value, kinds, derived: false });
  const safe = madeSafe(value, kinds);
  if (key.path.length === 0) {
    // Other names of the same value.
    for (const name of namesOf(frame, root)) frame.set(name, safe);
    frame.set(key.name, safe);
  } else if (frame.scope.vars.has(key.name)) {
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
export function makeOriginSafe(
  run: Run,
  frame: Frame,
  { expr, kinds }: { expr: Expr; kinds: Kinds },
): void {
  const value = evaluate(run, frame, expr);
  const keys = new Set(allTaints(value).map(({ origin }) => originKey(origin)));
  if (keys.size === 0) return;
  noteParameters(frame, { value, kinds, derived: true });
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

/** Names that hold this very value. */
function namesOf(frame: Frame, value: Value): string[] {
  const names: string[] = [];
  for (let scope: Frame["scope"] | undefined = frame.scope; scope; scope = scope.parent) {
    if (scope.isModule && scope !== frame.scope) break;
    for (const [name, held] of scope.vars) {
      if (held === value && frame.lookUp(name) === value) names.push(name);
    }
  }
  return names;
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

/** Notes a check of a parameter: of itself, or, where that says as much, of what was made of it. */
function noteParameters(
  frame: Frame,
  { value, kinds, derived }: { value: Value; kinds: Kinds; derived: boolean },
): void {
  const told = kinds === ALL_KINDS ? EVERYTHING : kinds;
  for (const { origin, trail } of allTaints(value)) {
    if (origin.from !== "parameter" || origin.function !== frame.id) continue;
    if ((trail && !derived) || origin.path.includes("*")) continue;
    const name = checkedName(origin.index);
    const known = frame.lookUp(name);
    if (!known) continue;
    const noted = mapTaints(
      origin.path.reduce(memberOf, known),
      (taint) => ({ ...taint, safe: taint.safe | told }),
    );
    frame.set(name, replaceIn(known, origin.path, noted));
  }
}

export function paramChecks(frame: Frame): Checks {
  const checks = new Map<string, Kinds>();
  const params = frame.subject?.func.params ?? [];
  for (let index = 0; index < params.length; index++) {
    const noted = frame.scope.vars.get(checkedName(index));
    if (noted) addChecks(checks, noted, { index, path: [] });
  }
  return checks;
}

function addChecks(
  checks: Map<string, Kinds>,
  { taints, fields }: Value,
  { index, path }: { index: number; path: readonly string[] },
): void {
  const safe = taints[0]?.safe ?? NO_KINDS;
  if (safe !== NO_KINDS) checks.set(checkKey(index, path), safe);
  if (!fields) return;
  for (const [name, field] of fields) addChecks(checks, field, { index, path: [...path, name] });
}

export function isResolved(value: Value): boolean {
  return isMarked(value, RESOLVED);
}

/** All that it comes from has all these marks. */
export function isMarked(value: Value, marks: Kinds): boolean {
  const taints = allTaints(value);
  return taints.length > 0 && taints.every(({ safe }) => (safe & marks) === marks);
}

/**
 * Made of what somebody gives, where it is to hold `subject` in bounds. A variable of the module is
 * the server's own, and so is another parameter than the subject's, but of a function that a model
 * calls.
 */
export function isGiven(run: Run, frame: Frame, value: Value, subject?: Value): boolean {
  const indices = new Set(
    allTaints(subject ?? NOTHING).map(({ origin }) =>
      origin.from === "parameter" ? origin.index : -2
    ),
  );
  const isEntry = frame.subject !== undefined && run.entryOf(frame.subject.func) !== undefined;
  return allTaints(value).some(({ origin }) =>
    (origin.from === "source" && !OWN_SOURCES.includes(origin.kind)) ||
    (origin.from === "parameter" && origin.index >= 0 &&
      (isEntry || subject === undefined || indices.has(origin.index)))
  );
}

/** An address of the web is opened by a browser. */
const SCHEMES = new Set(["protocol", "scheme", "Scheme"]);
/** What the server itself is set up with. */
export const OWN_SOURCES: readonly SourceKind[] = ["file", "environment", "secret"];
/** Nothing of somebody's choice is left in it. */
const EVERYTHING = ALL_KINDS | UNCLIMBING | BOUNDED | DOTLESS | RELATIVE | SLASHLESS | QUOTED;

const HOSTS = new Set(["hostname", "host", "origin", "netloc", "Host", "Hostname"]);

export function makeEqual(frame: Frame, { run, place }: { run: Run; place: Expr }): void {
  const host = ownerOf(frame, place, HOSTS);
  if (host) {
    const kinds = kindsOf("url", "redirect", "open");
    return makeOriginSafe(run, frame, { expr: host, kinds });
  }
  const scheme = ownerOf(frame, place, SCHEMES);
  if (scheme) return makeOriginSafe(run, frame, { expr: scheme, kinds: kindsOf("open") });
  const relative = relativeTo(frame, place);
  if (relative) makeOriginSafe(run, frame, { expr: relative, kinds: CONTAINED });
  makePlaceSafe(frame, place, ALL_KINDS);
}

/** What a relative path was taken of: equal to one of the server's own, it lies inside. */
function relativeTo(frame: Frame, place: Expr): Expr | undefined {
  const made = place.e === "name" ? frame.madeOf.get(place.name) : undefined;
  if (made?.e !== "call" || made.callee.e !== "member") return undefined;
  return made.callee.name === "relative" ? made.args[1]?.value : undefined;
}

export function isHost(frame: Frame, place: Expr): boolean {
  return ownerOf(frame, place, HOSTS) !== undefined;
}

/** `urlparse(x).hostname or ""`, `url.hostname.toLowerCase()`, `(await f(x)).host`. */
function seenThrough(expr: Expr): Expr {
  if (expr.e === "await") return seenThrough(expr.value);
  if (expr.e === "logic" && expr.op !== "and") return seenThrough(expr.left);
  const isCase = expr.e === "call" && expr.callee.e === "member" &&
    /^(?:toLowerCase|lower|casefold|trim|strip)$/.test(expr.callee.name);
  return isCase ? seenThrough((expr.callee as Expr & { e: "member" }).object) : expr;
}

/** What `url.hostname`, `url.Hostname()`, or a variable that holds it, is taken from. */
function ownerOf(
  frame: Frame,
  place: Expr,
  members: ReadonlySet<string>,
): Expr | undefined {
  const expr = seenThrough(place.e === "name" ? frame.madeOf.get(place.name) ?? place : place);
  if (expr.e === "member" && members.has(expr.name)) return expr.object;
  if (expr.e === "call" && expr.callee.e === "member" && members.has(expr.callee.name)) {
    return expr.callee.object;
  }
  return undefined;
}
