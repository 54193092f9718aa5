// A call of a function of the program, looked at with what it is given: a constant, a library's
// object, a list, what was done to a value before. A summary, which speaks of any argument, forgets
// those. The body runs once more, as if it stood where the call is; what it finds of the caller's
// variables is true of them behind the call. Counted, as each look costs as much as the body.

import { argumentFor } from "./arguments.ts";
import type { Call } from "./calls.ts";
import { bindArgument, finishClosures } from "./definitions.ts";
import { Frame, OUTER } from "./frame.ts";
import type { Closure } from "./program.ts";
import { type Run, stepAt } from "./run.ts";
import { runBody } from "./statements.ts";
import {
  joinAll,
  mapTaints,
  NOTHING,
  type Step,
  type Taint,
  type Trail,
  type Value,
} from "./values.ts";

interface Application {
  readonly closure: Closure;
  readonly call: Call;
}

/** What the call gives; nothing where it is not looked at. */
export function inlined(
  run: Run,
  frame: Frame,
  { closure, call }: Application,
): Value | undefined {
  if (!run.beginInlining(closure.func)) return undefined;
  const { func, file } = closure;
  const before = new Map(frame.scope.vars);
  const inner = new Frame({ parent: closure.scope, file, isModule: false, vars: new Map() }, {
    closure,
    within: frame,
  });
  for (const [name, value] of before) {
    inner.set(name.startsWith("?") ? name : `${OUTER}${name}`, value);
  }
  if (func.self !== undefined && func.self !== "") {
    inner.set(func.self, selfOf(run, frame, { closure, call }));
  }
  func.params.forEach((param, index) => {
    const value = argumentFor(run, frame, { closure, call, index });
    bindArgument(run, inner, { param, value });
  });
  run.counted(() => {
    runBody(run, inner, func.body);
    if (!inner.dead) inner.leave(NOTHING, { checks: new Map() });
    finishClosures(run, inner);
  });
  run.endInlining(func);
  return taken(frame, { inner, before, closure, call });
}

function selfOf(run: Run, frame: Frame, { closure, call }: Application): Value {
  const given = argumentFor(run, frame, { closure, call, index: -1 });
  const { owner } = closure;
  if (!owner || run.languageOf(closure.file) === "go") {
    return { ...given, ...(owner && !given.instance && { instance: owner }) };
  }
  return { taints: [], instance: given.instance ?? owner };
}

/** What the look has told, in the caller. */
function taken(
  frame: Frame,
  { inner, before, closure, call }: Application & {
    readonly inner: Frame;
    readonly before: ReadonlyMap<string, Value>;
  },
): Value {
  const { func, file } = closure;
  const words = `given to "${func.name || call.method || "a function"}"`;
  const step = stepAt(frame, call.expr, words);
  const stepInto = (taint: Taint): Taint => {
    const trail = withStep(taint.trail, { step, file, at: func.at });
    return trail === taint.trail ? taint : { ...taint, trail };
  };
  const { reaches, returns, calls, writes, outer, exits } = inner.summary();
  for (const reach of reaches) frame.reach({ ...reach, ...stepInto(reach) });
  for (const each of calls) frame.callsParameter(each);
  for (const write of writes) frame.write({ ...write, taint: stepInto(write.taint) });
  for (const write of outer) {
    frame.writeOuter(write);
    frame.heed(write);
  }
  if (exits && !func.isGenerator) frame.dead = true;
  else if (!func.isGenerator) takeVariables(frame, { before, ways: inner.ways });
  return mapTaints(returns, stepInto);
}

function takeVariables(
  frame: Frame,
  { before, ways }: {
    readonly before: ReadonlyMap<string, Value>;
    readonly ways: readonly ReadonlyMap<string, Value>[];
  },
): void {
  for (const [name, value] of before) {
    const inside = name.startsWith("?") ? name : `${OUTER}${name}`;
    const after = ways.map((way) => way.get(inside) ?? value);
    if (after.some((each) => each !== value)) frame.set(name, joinAll(after));
  }
}

/** The call, before what happened inside of what it calls. */
function withStep(
  trail: Trail | undefined,
  { step, file, at }: { readonly step: Step } & { readonly file: string; readonly at: Step["at"] },
): Trail | undefined {
  let first: Trail | undefined;
  for (let each = trail; each; each = each.before) {
    const { step: { file: own, at: { start, end } } } = each;
    if (own === file && start >= at.start && end <= at.end) first = each;
  }
  if (!first) return trail;
  const rebuild = (each: Trail): Trail => {
    const before = each === first
      ? { step, before: each.before, length: (each.before?.length ?? 0) + 1 }
      : rebuild(each.before!);
    return { step: each.step, before, length: before.length + 1 };
  };
  return rebuild(trail!);
}
