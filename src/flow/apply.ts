// A call of a function of the program: its summary, said of this call's arguments.

import { checkedBy } from "./checks.ts";
import { argumentFor, argumentPlace, checkedPlace } from "./arguments.ts";
import { allInputs, type Call } from "./calls.ts";
import { summaryOf, thoroughSummary } from "./definitions.ts";
import type { Frame } from "./frame.ts";
import { keepGiven, memberReader } from "./given.ts";
import { captured, capturedBy, type Given, givenBack, type Replace } from "./given_back.ts";
import { inlined } from "./inlined.ts";
import { asksMore, isWorthALook, makesMore } from "./looks.ts";
import { hasKind, type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";
import type { Closure, ParameterCall, Reach, Summary } from "./program.ts";
import { optionsIn, safeBehind, wordReaches } from "./list_reaches.ts";
import { bringAround } from "./outer_names.ts";
import { makeArgumentSafe } from "./safe_places.ts";
import { type Run, stepAt } from "./run.ts";
import {
  allTaints,
  concatTrails,
  elementOf,
  extend,
  isTainted,
  join,
  joinAll,
  madeSafe,
  mapTaints,
  memberOf,
  type Origin,
  originKey,
  type Step,
  stepsOf,
  type Value,
} from "./values.ts";
import { putInto } from "./written_places.ts";

interface Application {
  readonly closure: Closure;
  readonly call: Call;
}

export function applyClosure(run: Run, frame: Frame, application: Application): Value {
  run.called.add(application.closure.func);
  const restore = bringAround(frame, application.closure);
  const value = applied(run, frame, application);
  restore?.();
  return value;
}

function applied(run: Run, frame: Frame, { closure, call }: Application): Value {
  const summary = callSummary(run, frame, { closure, call });
  const step = stepAt(
    frame,
    call.expr,
    `given to "${closure.func.name || call.method || "a function"}"`,
  );
  if (!summary) return recursive(call, step);
  const known: Value[] = [];
  const given = (index: number): Value =>
    known[index + 1] ??= argumentFor(run, frame, { closure, call, index });
  const member = memberReader(run, frame, call.expr);
  const replace = replacer(closure.id, { given, step, member });
  const reaches = [...reachesOf(summary, { closure, given, replace, step })];
  if (summary.decodes) frame.decodes = true;
  if (summary.registers) frame.registers = true;
  for (const use of summary.uses) frame.use({ ...use, via: call.expr.at });
  const isMaking = makesMore(frame, { closure, summary, given });
  if (isMaking || asksMore(run, frame, { closure, call, summary, reaches, given })) {
    const args = closure.func.params.map((_, index) => given(index));
    const isLook = isMaking || isWorthALook(run, frame, args);
    if (!isLook) frame.isRough = true;
    const looked = isLook ? inlined(run, frame, { closure, call, given }) : undefined;
    if (looked) {
      applyChecks(run, frame, { summary, call, closure, left: looked.left });
      return isEscape(closure, summary) ? madeSafe(looked.value, ESCAPED) : looked.value;
    }
  }
  for (const reach of reaches) frame.reach(reach);
  for (const { cell, taint } of summary.writes) {
    if (!isOf(taint.origin, closure.id)) continue;
    for (const each of replace(taint)) frame.write({ cell, taint: each });
  }
  for (const { holder, name, value } of summary.outer) {
    const before = holder.vars.get(name);
    const written = mapTaints(value, replace);
    holder.vars.set(name, before ? join(before, written) : written);
    frame.heed({ holder, name, value: written });
  }
  keepGiven(frame, { summary, closure, given });
  for (const write of summary.members) {
    const place = placeOf(call, { closure, index: write.index });
    if (place) putInto(frame, { place, write, value: mapTaints(write.value, replace) });
  }
  applyCalls(run, frame, { summary, closure, call, given, replace });
  applyChecks(run, frame, { summary, call, closure });
  if (summary.exits && closure.func.isGenerator === false) frame.dead = true;
  const returned = captured(givenBack(summary.returns, { closure, given, replace }), {
    closure,
    given,
  });
  return isEscape(closure, summary) ? madeSafe(returned, ESCAPED) : returned;
}

/** What the parameter is given; `-1` is what a method is called on. */
function placeOf(
  { expr }: Call,
  { closure, index }: { readonly closure: Closure; readonly index: number },
): Call["places"][number] | undefined {
  if (index >= 0) return argumentPlace({ expr }, { closure, index });
  return expr.callee.e === "member" ? expr.callee.object : undefined;
}

/** What a call of it does; told again, where that was not worth a look when it was first asked. */
function callSummary(
  run: Run,
  frame: Frame,
  { closure, call }: Application,
): Summary | undefined {
  const summary = summaryOf(run, closure);
  if (!summary?.isRough) return summary;
  const inputs = allInputs(call);
  if (isWorthALook(run, frame, inputs)) return thoroughSummary(run, closure);
  if (inputs.some(isTainted)) frame.isRough = true;
  return summary;
}

/** Sinks that what is given reaches in the function. */
function* reachesOf(
  summary: Summary,
  { closure, given, replace, step }: Given & { readonly replace: Replace; readonly step: Step },
): Generator<Reach> {
  for (const reach of summary.reaches) {
    if (!isOf(reach.origin, closure.id)) continue;
    const words = wordReaches(reach, { given, step });
    if (words) {
      yield* words;
      continue;
    }
    const options = optionsIn(reach, given);
    for (const taint of replace({ origin: reach.origin, safe: reach.safe, trail: reach.trail })) {
      if (hasKind(taint.safe, reach.kind)) continue;
      if (options && !options.has(originKey(taint.origin))) continue;
      yield { ...reach, origin: taint.origin, safe: taint.safe, trail: taint.trail };
    }
  }
}

const ESCAPED = kindsOf("interpreter");
const ESCAPE_NAME = /escape|quote/i;

/** Named so, and it replaces something: taken at its word where no language's rules are known. */
function isEscape({ func }: Closure, { returns }: Summary): boolean {
  return ESCAPE_NAME.test(func.name) &&
    returns.taints.some(({ trail }) =>
      stepsOf(trail).some(({ words }) => words.includes("replace"))
    );
}

function isOf(origin: Origin, id: number): boolean {
  return origin.from === "parameter" && origin.function === id;
}

function recursive(call: Call, step: Step): Value {
  const taints = joinAll(call.args).taints;
  return { taints: taints.map((taint) => ({ ...taint, trail: extend(taint.trail, step) })) };
}

/** Taints of the function's parameters become those of what it is given. */
function replacer(
  id: number,
  { given, step, member }: {
    readonly given: (index: number) => Value;
    readonly step: Step;
    readonly member: (value: Value, name: string) => Value;
  },
): Replace {
  return (taint) => {
    const { origin } = taint;
    if (origin.from !== "parameter" || origin.function !== id) return [taint];
    let value = given(origin.index);
    for (const name of origin.path) {
      value = name === "*" ? elementOf(value) : member(value, name);
    }
    return allTaints(value).map((each) => ({
      origin: each.origin,
      safe: safeBehind(each.safe, taint.safe),
      trail: concatTrails(extend(each.trail, step), taint.trail),
    }));
  };
}

/** Functions among the arguments, with what the function calls them with. */
function applyCalls(
  run: Run,
  frame: Frame,
  { summary, closure, call, given, replace }:
    & Application
    & Given
    & { summary: Summary; replace: Replace },
): void {
  for (const { origin, args, place } of summary.calls) {
    const held = origin.function === closure.id ? given(origin.index) : capturedBy(closure, origin);
    if (!held) {
      // What a function around was given is called within this one.
      frame.callsParameter({ origin, args: args.map((arg) => mapTaints(arg, replace)), place });
      continue;
    }
    let value = held;
    for (const name of origin.path) value = memberOf(value, name);
    const passed = args.map((arg) =>
      wholeGiven(arg, { closure, given }) ?? mapTaints(arg, replace)
    );
    giveOn(frame, { value, args: passed, place });
    for (const inner of value.closures ?? []) {
      if (run.busy.has(inner.id)) continue;
      applyClosure(run, frame, {
        closure: inner,
        call: { ...call, args: passed, keywords: new Map(), places: [] },
      });
    }
  }
}

/** A parameter given on as it is; nothing where more is known of it. */
function wholeGiven(value: Value, { closure, given }: Given): Value | undefined {
  const [taint, ...others] = value.taints;
  if (!taint || others.length > 0 || Object.keys(value).length > 1) return undefined;
  const { origin, trail, safe } = taint;
  if (trail || safe !== NO_KINDS || !isOf(origin, closure.id)) return undefined;
  const { index, path } = origin as ParameterCall["origin"];
  return path.reduce(memberOf, given(index));
}

/** It calls what the function at hand was given itself. */
function giveOn(
  frame: Frame,
  { value, args, place }: { readonly value: Value } & Pick<ParameterCall, "args" | "place">,
): void {
  for (const { origin, trail } of value.taints) {
    if (!trail && origin.from === "parameter") frame.callsParameter({ origin, args, place });
  }
}

/** It came back, so what it refuses is not what it was given. */
function applyChecks(
  run: Run,
  frame: Frame,
  { summary, call, closure, left }: Application & {
    readonly summary: Summary;
    /** What a look at the call has left of it. */
    readonly left?: ReadonlyMap<number, Kinds>;
  },
): void {
  if (closure.func.isAsync && !run.awaited.has(call.expr)) return;
  for (const [key, told] of summary.checks) {
    const { index, path } = checkedBy(key);
    const kinds = told & (path.length > 0 ? told : left?.get(index) ?? told);
    const place = kinds === 0 ? undefined : checkedPlace(call, { closure, key });
    if (place) makeArgumentSafe(run, frame, { place, kinds });
  }
}
