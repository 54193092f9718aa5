// Conditions over all elements of a list, or some: `all(x in NAMES for x in names)`,
// `names.every(isName)`, `roots.some((root) => inside(root, path))`.

import { assignPattern } from "./assign.ts";
import { summaryOf } from "./definitions.ts";
import { evaluate } from "./expressions.ts";
import { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, type Kinds, NO_KINDS } from "./kinds.ts";
import { refine } from "./refine.ts";
import type { Run } from "./run.ts";
import { makePlaceSafe } from "./safe_places.ts";
import { runBody } from "./statements.ts";
import { elementOf, join, type Taint, type Value } from "./values.ts";

interface Condition {
  readonly test: Expr & { readonly e: "call" };
  readonly holds: boolean;
}

const SOME = new Set(["some", "find", "any"]);

/** True where it was one of these. */
export function refineElements(run: Run, frame: Frame, { test, holds }: Condition): boolean {
  const { callee, args } = test;
  const first = args[0]?.value;
  if (callee.e === "name" && first?.e === "each") {
    if (callee.name !== "any" && callee.name !== "all") return false;
    // `any` does not hold: for none does its test.
    if (holds === (callee.name === "all")) refineAll(run, frame, { each: first, holds });
    else if (holds) refineOne(run, frame, first);
    return true;
  }
  if (callee.e !== "member" || !first) return false;
  const { object, name } = callee;
  if (holds && name === "every") {
    const kinds = keptKinds(run, evaluate(run, frame, first));
    if (kinds !== NO_KINDS) makePlaceSafe(frame, object, kinds);
    return true;
  }
  if (!holds || !SOME.has(name) || first.e !== "function") return false;
  refineSearch(run, frame, { object, args });
  return true;
}

/** What elements are safe for that a function agrees to. */
export function keptKinds(run: Run, { closures }: Value): Kinds {
  const [closure, ...others] = closures ?? [];
  if (!closure || others.length > 0) return NO_KINDS;
  return summaryOf(run, closure)?.truths.get("0") ?? NO_KINDS;
}

type Each = Expr & { readonly e: "each" };

/** The test holds, or does not, of every element: what it says of one, it says of the list. */
function refineAll(
  run: Run,
  frame: Frame,
  { each, holds }: { readonly each: Each; readonly holds: boolean },
): void {
  const [loop, ...others] = each.loops;
  if (!loop || others.length > 0 || loop.tests.length > 0 || loop.target.k !== "name") return;
  const { name } = loop.target;
  const marker: Taint = { origin: { from: "cell", cell: "?element" }, safe: 0, trail: undefined };
  let kinds: Kinds = NO_KINDS;
  frame.branch(() => {
    frame.set(name, { taints: [marker] });
    refine(run, frame, { test: each.value, holds });
    const left = frame.lookUp(name)?.taints ?? [];
    kinds = left.reduce((all, { safe }) => all & safe, ALL_KINDS);
  });
  if (kinds !== NO_KINDS) makePlaceSafe(frame, loop.iterable, kinds);
}

/** Of some element it holds. */
function refineOne(run: Run, frame: Frame, each: Each): void {
  for (const { target, iterable } of each.loops) {
    const value = elementOf(evaluate(run, frame, iterable));
    assignPattern(run, frame, { target, value, declares: true });
  }
  refine(run, frame, { test: each.value, holds: true });
}

/** One element passed: what the function says where it agrees is true of what it speaks of. */
function refineSearch(
  run: Run,
  frame: Frame,
  { object, args }: { object: Expr; args: Extract<Expr, { e: "call" }>["args"] },
): void {
  const test = args[0]?.value;
  if (test?.e !== "function") return;
  const scope = { parent: frame.scope, file: frame.file, isModule: false, vars: new Map() };
  const inner = new Frame(scope, { closure: frame.closure, within: frame.within });
  inner.truthStates = [];
  for (const [name, made] of frame.madeOf) inner.madeOf.set(name, made);
  const [param] = test.func.params;
  const element = elementOf(evaluate(run, frame, object));
  if (param) assignPattern(run, inner, { target: param.target, value: element, declares: true });
  runBody(run, inner, test.func.body);
  const [first, ...others] = inner.truthStates;
  const before = new Map(frame.scope.vars);
  for (const [name, value] of first ?? []) {
    const held = before.get(name) ?? frame.lookUp(name);
    if (!held || !others.every((state) => state.has(name))) continue;
    const told = others.reduce((all, state) => join(all, state.get(name)!), value);
    // Other names of the same value, of which nothing is told.
    for (const [other, same] of before) {
      if (same === held && !first!.has(other)) frame.set(other, told);
    }
    frame.set(name, told);
  }
}
