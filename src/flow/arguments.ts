// Which argument of a call a parameter is given.

import type { Call } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import { checkedBy, memberPlace } from "./checks.ts";
import type { Expr, Param } from "./ir.ts";
import type { Closure } from "./program.ts";
import type { Run } from "./run.ts";
import { memberOf, NOTHING, type Value } from "./values.ts";

/** What a parameter is given; `-1` is what a method is called on. */
export function argumentFor(
  run: Run,
  frame: Frame,
  { closure, call, index }: { closure: Closure; call: Call; index: number },
): Value {
  if (index === -1) return closure.self ?? call.receiver ?? NOTHING;
  const param = closure.func.params[index];
  if (!param) return NOTHING;
  const bound = closure.bound ?? [];
  const positional = [...bound, ...call.args];
  if (param.rest === "positional") {
    const rest = positional.slice(index).map((each, i): [string, Value] => [String(i), each]);
    return { taints: [], fields: new Map(rest) };
  }
  if (param.rest === "keywords") {
    const { "**": spread, ...named } = Object.fromEntries(call.keywords);
    return { taints: spread?.taints ?? [], fields: new Map(Object.entries(named)) };
  }
  const named = param.name === "" ? undefined : call.keywords.get(param.name);
  const value = named ??
    (param.keywordOnly ? undefined : positional[placeOf(closure.func.params, index)]);
  if (value) return value;
  const kept = call.keywords.get("**");
  if (kept && param.name !== "") return memberOf(kept, param.name);
  return param.default && !bound.length ? evaluateDefault(run, frame, param) : NOTHING;
}

function placeOf(params: readonly Param[], index: number): number {
  return params.slice(0, index).filter(({ keywordOnly }) => !keywordOnly).length;
}

function evaluateDefault(run: Run, frame: Frame, param: Param): Value {
  return param.default!.e === "const" ? evaluate(run, frame, param.default!) : NOTHING;
}

/** The expression that a parameter is given. */
export function argumentPlace(
  call: Pick<Call, "expr">,
  { closure, index }: { closure: Closure; index: number },
): Call["places"][number] | undefined {
  const param = closure.func.params[index];
  const named = call.expr.args.find(({ name }) => name !== undefined && name === param?.name);
  return named?.value ?? call.expr.args.filter(({ name }) => name === undefined)[index]?.value;
}

/** The expression that a check by a function speaks of: an argument, or a member of one. */
export function checkedPlace(
  call: Pick<Call, "expr">,
  { closure, key }: { closure: Closure; key: string },
): Expr | undefined {
  const { index, path } = checkedBy(key);
  const argument = argumentPlace(call, { closure, index });
  return argument && memberPlace(argument, path);
}
