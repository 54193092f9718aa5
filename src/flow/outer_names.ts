// What a caller knows of how its variables were made, told in what it calls: a flag that holds the
// outcome of a check, the host of an address. There the caller's names stand under names of their
// own.

import { argumentPlace } from "./arguments.ts";
import type { Call } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import { type Frame, OUTER } from "./frame.ts";
import type { Expr, Pattern } from "./ir.ts";
import type { Closure, Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { join, type Value } from "./values.ts";

/** Whether something is known of how an argument was made. */
export function isMade(frame: Frame, { expr }: Pick<Call, "expr">): boolean {
  return expr.args.some(({ value }) =>
    value.e === "name" && (frame.tests.has(value.name) || frame.madeOf.has(value.name))
  );
}

/** Tells it of the parameters that are given such variables. */
export function tellMade(
  run: Run,
  frame: Frame,
  { inner, closure, call }: {
    readonly inner: Frame;
    readonly closure: Closure;
    readonly call: Call;
  },
): void {
  for (const [index, { target }] of closure.func.params.entries()) {
    const place = argumentPlace(call, { closure, index });
    if (target.k !== "name" || place?.e !== "name") continue;
    for (const known of ["tests", "madeOf"] as const) {
      const expr = frame[known].get(place.name);
      const told = expr && renamed(run, frame, { expr, inner });
      if (told) inner[known].set(target.name, told);
    }
  }
}

/** Parts of an expression that is told. */
const MAX_PARTS = 200;

/** The expression with the caller's names; nothing where it is too large, or binds one of them. */
function renamed(
  run: Run,
  frame: Frame,
  { expr, inner }: { readonly expr: Expr; readonly inner: Frame },
): Expr | undefined {
  let left = MAX_PARTS;
  const copy = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null || "start" in part || left-- <= 0) return part;
    if (Array.isArray(part)) return part.map(copy);
    const { e, k, name } = part as Partial<(Expr & { e: "name" }) & (Pattern & { k: "name" })>;
    // A function's own name for one of its own.
    if (k === "name" && frame.lookUp(name!)) left = 0;
    if (e === "name" && frame.lookUp(name!)) {
      const outer = `${OUTER}${name}`;
      if (!inner.scope.vars.has(outer)) inner.set(outer, evaluate(run, frame, part as Expr));
      return { ...part, name: outer };
    }
    const entries = Object.entries(part).map(([key, value]) => [key, copy(value)]);
    const made = Object.fromEntries(entries);
    if (run.awaited.has(part as Expr)) run.awaited.add(made);
    return made;
  };
  const told = copy(expr) as Expr;
  return left > 0 ? told : undefined;
}

/**
 * Brings what is known here of the callers' variables to those themselves, for a function that was
 * made there; gives what puts them back.
 */
export function bringAround(frame: Frame, { scope: made }: Closure): (() => void) | undefined {
  if (made === frame.scope || made.isModule || !isAround(frame, made)) return undefined;
  const brought: { readonly scope: Scope; readonly before: Vars; readonly told: Vars }[] = [];
  let prefix = OUTER;
  for (let at = frame.within; at; at = at.within) {
    const { scope } = at;
    const before = scope.vars;
    const told = new Map(before);
    for (const name of before.keys()) {
      const known = frame.scope.vars.get(`${prefix}${name}`);
      if (known) told.set(name, known);
    }
    brought.push({ scope, before, told: new Map(told) });
    scope.vars = told;
    prefix += OUTER;
  }
  return () => {
    for (const { scope, before, told } of brought) {
      // What was written to it meanwhile stays.
      for (const [name, value] of scope.vars) {
        if (value === told.get(name)) continue;
        const own = before.get(name);
        before.set(name, own ? join(own, value) : value);
      }
      scope.vars = before;
    }
  };
}

type Vars = Map<string, Value>;

function isAround(frame: Frame, scope: Scope): boolean {
  for (let at = frame.within; at; at = at.within) if (at.scope === scope) return true;
  return false;
}
