// A call of a function of the program, looked at with what it is given: a constant, a library's
// object, a list, what was done to a value before. A summary, which speaks of any argument, forgets
// those. The body runs once more, as if it stood where the call is; what it finds of the caller's
// variables is true of them behind the call. Counted, as each look costs as much as the body.

import { argumentPlace } from "./arguments.ts";
import type { Call } from "./calls.ts";
import { bindArgument, finishClosures } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { takesDefault } from "./looks.ts";
import { Frame, OUTER, placeKey } from "./frame.ts";
import { type Kinds, NO_KINDS } from "./kinds.ts";
import { tellMade } from "./outer_names.ts";
import type { ClassInfo, Closure } from "./program.ts";
import { type Run, stepAt } from "./run.ts";
import { runBody } from "./statements.ts";
import { setIn } from "./written_places.ts";
import {
  allTaints,
  joinAll,
  mapTaints,
  NOTHING,
  type Step,
  type Taint,
  type Trail,
  type Value,
} from "./values.ts";

export interface Application {
  readonly closure: Closure;
  readonly call: Call;
  /** What each parameter is given; `-1` is what a method is called on. */
  readonly given: (index: number) => Value;
}

/** What a look has told. */
export interface Looked {
  /** What the call gives. */
  readonly value: Value;
  /** By parameter: what it is safe for where the call comes back. */
  readonly left: ReadonlyMap<number, Kinds>;
}

/** Nothing where there is no room for a look. */
export function inlined(
  run: Run,
  frame: Frame,
  { closure, call, given }: Application,
): Looked | undefined {
  const { func, file } = closure;
  if (!run.beginInlining(func)) return undefined;
  const before = new Map(frame.scope.vars);
  const inner = new Frame({ parent: closure.scope, file, isModule: false, vars: new Map() }, {
    closure,
    within: frame,
  });
  for (const [name, value] of before) {
    inner.set(name.startsWith("?") ? name : `${OUTER}${name}`, value);
  }
  if (func.self !== undefined && func.self !== "") {
    inner.set(func.self, selfOf(run, { closure, given: given(-1) }));
  }
  func.params.forEach((param, index) => {
    const isOmitted = takesDefault({ closure, call, given }, index);
    const value = isOmitted ? evaluate(run, inner, param.default!) : given(index);
    bindArgument(run, inner, { param, value });
  });
  tellMade(run, frame, { inner, closure, call });
  run.counted(() => {
    runBody(run, inner, func.body);
    if (!inner.dead) inner.leave(NOTHING, { checks: new Map() });
    finishClosures(run, inner);
  });
  run.endInlining(func);
  return { value: taken(frame, { inner, before, closure, call }), left: safeLeft(inner, closure) };
}

function safeLeft({ ways }: Frame, { func }: Closure): Map<number, Kinds> {
  const left = new Map<number, Kinds>();
  for (const [index, { target }] of func.params.entries()) {
    if (target.k !== "name") continue;
    const taints = ways.flatMap((way) => allTaints(way.get(target.name) ?? NOTHING));
    left.set(index, taints.reduce((all, { safe }) => all & safe, ~NO_KINDS));
  }
  return left;
}

function selfOf(
  run: Run,
  { closure: { owner, file }, given }: { readonly closure: Closure; readonly given: Value },
): Value {
  if (!owner || run.languageOf(file) === "go") {
    return { ...given, ...(owner && !given.instance && { instance: owner }) };
  }
  const { instance } = given;
  return { taints: [], instance: instance && isBelow(instance, owner) ? instance : owner };
}

/** Levels of classes above one. */
const MAX_LEVELS = 8;

function isBelow(info: ClassInfo, owner: ClassInfo, level = 0): boolean {
  if (info === owner) return true;
  return level < MAX_LEVELS &&
    info.bases.some(({ instance }) => instance && isBelow(instance, owner, level + 1));
}

/** What the look has told, in the caller. */
function taken(
  frame: Frame,
  { inner, before, closure, call }: Pick<Application, "closure" | "call"> & {
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
  const { reaches, returns, calls, writes, outer, kept, members, uses, exits } = inner.summary();
  if (inner.registers) frame.registers = true;
  for (const each of kept) frame.keep(each);
  for (const each of members) frame.writeMember(each);
  for (const use of uses) frame.use({ ...use, via: call.expr.at });
  for (const reach of reaches) frame.reach({ ...reach, ...stepInto(reach) });
  for (const each of calls) frame.callsParameter(each);
  for (const write of writes) frame.write({ ...write, taint: stepInto(write.taint) });
  for (const write of outer) {
    frame.writeOuter(write);
    frame.heed(write);
  }
  if (exits && !func.isGenerator) frame.dead = true;
  else if (!func.isGenerator) {
    takeVariables(frame, { before, ways: inner.ways });
    takeObjects(frame, { inner, closure, call });
  }
  return mapTaints(returns, stepInto);
}

/** Objects that the function was given and has changed. */
function takeObjects(
  frame: Frame,
  { inner, closure, call }: Pick<Application, "closure" | "call"> & { readonly inner: Frame },
): void {
  for (const [index, { target }] of closure.func.params.entries()) {
    if (target.k !== "name" || !inner.changed.has(target.name)) continue;
    if (inner.renewed.has(target.name)) continue;
    const place = argumentPlace(call, { closure, index });
    const key = place && placeKey(place);
    const values = inner.ways.map((way) => way.get(target.name) ?? NOTHING);
    if (key && values.length > 0) setIn(frame, { ...key, change: () => joinAll(values) });
  }
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
