// What a condition says of the values in it, where it holds and where it does not. Only what really
// keeps harm out counts: a check that looks like a guard and is none leaves the value as it was.

import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import { ALL_KINDS, kindsOf } from "./kinds.ts";
import { refineTruth } from "./refine_outcomes.ts";
import { refineCall } from "./refine_calls.ts";
import { refineDotless, refineFolder, refineInside } from "./refine_paths.ts";
import type { Run } from "./run.ts";
import { isGiven, makeEqual, makePlaceSafe, valueAt } from "./safe_places.ts";
import { takeTold } from "./told_apart.ts";
import { textOf, type Value } from "./values.ts";

interface Condition {
  readonly test: Expr;
  readonly holds: boolean;
}

const FLIPPED = new Set(["!=", "!==", "not in", "is not"]);

export function refine(run: Run, frame: Frame, condition: Condition): void {
  if (!run.enter(frame, condition.test.at)) return;
  refineBy(run, frame, condition);
  run.leave();
}

function refineBy(run: Run, frame: Frame, { test, holds }: Condition): void {
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
    case "call": {
      const asked = askedTruth(test);
      if (asked) return refine(run, frame, { test: asked, holds });
      return refineCall(run, frame, { test, holds });
    }
    case "await":
      return refine(run, frame, { test: test.value, holds });
    case "assign":
      return refine(run, frame, { test: test.value, holds });
    case "name": {
      const asked = frame.tests.get(test.name);
      if (!asked) return refineTruth(run, frame, { place: test, truth: holds });
      // Once, so that a condition that names itself ends.
      frame.tests.delete(test.name);
      refine(run, frame, { test: asked, holds });
      frame.tests.set(test.name, asked);
      return refineTruth(run, frame, { place: test, truth: holds });
    }
    case "member":
      return refineTruth(run, frame, { place: test, truth: holds });
    case "index":
      if (holds) refineLookup(run, frame, test);
      return;
    default:
      return;
  }
}

/** `bool(x)`, `Boolean(x)`. */
function askedTruth({ callee, args }: Expr & { readonly e: "call" }): Expr | undefined {
  return callee.e === "name" && /^(?:bool|Boolean)$/.test(callee.name) && args.length === 1
    ? args[0]!.value
    : undefined;
}

/** `table[x]` counts as true: the table has it. */
export function refineLookup(
  run: Run,
  frame: Frame,
  { object, index }: Expr & { readonly e: "index" },
): void {
  if (!index) return;
  const table = evaluate(run, frame, object);
  const isTable = table.fields !== undefined || table.element !== undefined;
  if (isTable && !isGiven(run, frame, table, valueAt(frame, index))) {
    makeEqual(frame, { run, place: index });
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
    for (const [place, other] of [[left, right], [right, left]] as const) {
      const truth = comparedTruth(other);
      if (truth === undefined) continue;
      if (place.e === "call") refine(run, frame, { test: place, holds: holds === truth });
      else refineTruth(run, frame, { place, truth: holds === truth });
    }
    if (!holds) {
      if (textOf(evaluate(run, frame, right)) === "__proto__") {
        makePlaceSafe(frame, left, kindsOf("property"));
      }
      return;
    }
    for (const [place, other] of [[left, right], [right, left]] as const) {
      const value = evaluate(run, frame, other);
      takeTold(frame, { place, other: value });
      refineFolder(run, frame, { place, folder: value });
      if (!isGiven(run, frame, value, valueAt(frame, place)) && isKnown(value, other)) {
        makeEqual(frame, { run, place });
      }
    }
    return;
  }
  if (MEMBER.has(op) && !holds && textOf(evaluate(run, frame, left)) === "..") {
    return refineDotless(frame, right);
  }
  if (MEMBER.has(op) && holds && right.e === "member" && right.name === "parents") {
    return refineInside(run, frame, { path: right.object, folder: evaluate(run, frame, left) });
  }
  if (MEMBER.has(op) && holds) {
    const table = evaluate(run, frame, right);
    const isText = table.type === "text" && textOf(table) !== undefined;
    if (!isText && !isGiven(run, frame, table, valueAt(frame, left)) && right.e !== "const") {
      makeEqual(frame, { run, place: left });
    }
  }
}

/** `== nil`, `is None`, `=== false`: as if it was asked whether it is true. */
function comparedTruth(other: Expr): boolean | undefined {
  if (other.e === "const" && other.type === "null") return false;
  if (other.e === "const" && other.type === "boolean") return /^true$/i.test(other.text);
  return other.e === "name" && other.name === "undefined" ? false : undefined;
}

/** What is equal to a value of the server's own is no longer the caller's choice. */
function isKnown(value: Value, expr: Expr): boolean {
  return expr.e === "const" ? textOf(value) !== undefined || value.constants !== undefined : true;
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
