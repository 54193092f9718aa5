// Which calls of functions of the program are worth a look with what they give.

import { holdsFunctions } from "./held.ts";
import { argumentPlace } from "./arguments.ts";
import type { Call } from "./calls.ts";
import type { Frame } from "./frame.ts";
import type { Application } from "./inlined.ts";
import { isMade } from "./outer_names.ts";
import { usesOf } from "./parameter_uses.ts";
import type { ClassInfo, Closure, Reach, Summary } from "./program.ts";
import type { Run } from "./run.ts";
import { OWN_SOURCES } from "./safe_places.ts";
import { allTaints, isTainted, memberOf, NOTHING, originKey, type Value } from "./values.ts";

/**
 * Whether a look at the function with these arguments may tell more than its summary: where they
 * reach a sink in it, and where it uses one as what it is.
 */
export function asksMore(
  run: Run,
  frame: Frame,
  { closure, call, summary, reaches, given }: Application & {
    readonly summary: Summary;
    readonly reaches: readonly Reach[];
  },
): boolean {
  if (isAround(frame, closure, summary)) return true;
  const { params } = closure.func;
  const args = params.map((_, index) => given(index));
  if (reaches.length > 0 && (args.some(isMore) || areAlike(args) || isMade(frame, call))) {
    return true;
  }
  const isFed = args.some(isTainted);
  for (const { origin } of summary.calls) {
    if (origin.function !== closure.id || origin.index < 0) continue;
    const called = origin.path.reduce(memberOf, args[origin.index]!);
    if (called.closures || isFed && called.refs?.some((ref) => run.models.has(ref))) return true;
    const { instance } = args[origin.index]!;
    if (isFed && origin.path.length === 1 && instance?.methods.has(origin.path[0]!)) return true;
  }
  if (!isFed) return false;
  for (const index of summary.decisive) if (isMore(given(index))) return true;
  // One of them may be what the other is held against.
  if (summary.checks.size > 0 && args.filter(isTainted).length > 1) return true;
  if (isDecided(frame, closure, call)) return true;
  if (params.some((_, index) => takesDefault({ closure, call, given }, index))) return true;
  if (summary.decodes && args.some(({ taints }) => taints.some(({ safe }) => safe !== 0))) {
    return true;
  }
  return args.some((value, index) => {
    const { target } = params[index]!;
    if (target.k !== "name") return false;
    if (value.instance && hasGetters(value.instance)) {
      return usesOf(closure.func).members.has(target.name);
    }
    return isTable(value) && usesOf(closure.func).asked.has(target.name);
  });
}

/**
 * Handlers that a function registers, tools that it makes, and functions that it puts into objects
 * go on with what it is given: with functions, objects and libraries. A call that gives it such is
 * looked at, whoever calls; where nothing is registered, in the text of a module alone.
 */
export function makesMore(
  { subject }: Frame,
  { closure, summary, given }: Pick<Application, "closure" | "given"> & {
    readonly summary: Summary;
  },
): boolean {
  const isMaking = summary.registers ||
    !subject && summary.members.some(({ value }) => holdsFunctions(value));
  if (!isMaking) return false;
  return closure.func.params.some(({ target }, index) =>
    holdsFunctions(given(index)) &&
    (target.k !== "name" || usesOf(closure.func).used.has(target.name))
  );
}

/** A parameter that is given nothing is what the function says, which is more than a constant. */
export function takesDefault({ closure, call, given }: Application, index: number): boolean {
  const param = closure.func.params[index]!;
  if (!param.default || param.default.e === "const" || given(index) !== NOTHING) return false;
  const isWhole = call.expr.args.every(({ spread }) => spread === undefined);
  return isWhole && argumentPlace(call, { closure, index }) === undefined;
}

/** An argument holds the outcome of a condition, by which the function decides between ways. */
function isDecided(frame: Frame, closure: Closure, call: Call): boolean {
  if (frame.tests.size === 0) return false;
  return closure.func.params.some(({ target }, index) => {
    if (target.k !== "name") return false;
    const place = argumentPlace(call, { closure, index });
    return place?.e === "name" && frame.tests.has(place.name) &&
      usesOf(closure.func).deciding.has(target.name);
  });
}

/**
 * Only what is told of somebody's choice is worth a look: in what a model or a client calls, and
 * where it comes from elsewhere. What other functions leave out is looked at from there.
 */
export function isWorthALook(run: Run, frame: Frame, given: readonly Value[]): boolean {
  const { subject } = frame;
  if (subject && (run.entryOf(subject.func) || run.thorough.has(subject.id))) return true;
  return given.some((value) =>
    !subject && value.closures ||
    allTaints(value).some(({ origin }) =>
      origin.from === "source" && !OWN_SOURCES.includes(origin.kind)
    )
  );
}

function hasGetters({ def }: ClassInfo): boolean {
  return def.methods.some(({ kind }) => kind === "getter");
}

/** Variables of a function; what has more is a module in all but name. */
const MAX_AROUND = 60;

/** A function within the one at work, or within one around that, that speaks of its variables. */
function isAround(frame: Frame, closure: Closure, summary: Summary): boolean {
  let around: Frame | undefined = frame;
  while (around && around.scope !== closure.scope) around = around.within;
  if (!around || around.scope.isModule || around.scope.vars.size > MAX_AROUND) return false;
  return closure.func.params.length === 0 || summary.outer.length > 0 ||
    summary.reaches.some(({ origin }) =>
      origin.from === "parameter" && origin.function === frame.id
    );
}

/** What a summary does not know of an argument. */
function isMore(value: Value): boolean {
  const { constants, fields, element, parts, schema, taints } = value;
  return constants !== undefined || value.refs !== undefined || value.closures !== undefined ||
    value.instance !== undefined || fields !== undefined ||
    element !== undefined || parts !== undefined || schema !== undefined ||
    value.endsWithSeparator === true || taints.some(({ safe }) => safe !== 0);
}

function isTable({ constants, fields, element }: Value): boolean {
  return constants !== undefined || fields !== undefined || element !== undefined;
}

/** Two of them come from the same place: what is checked of one may be true of the other. */
function areAlike(args: readonly Value[]): boolean {
  const seen = new Set<string>();
  for (const arg of args) {
    const keys = new Set(allTaints(arg).map(({ origin }) => originKey(origin)));
    if ([...keys].some((key) => seen.has(key))) return true;
    for (const key of keys) seen.add(key);
  }
  return false;
}
