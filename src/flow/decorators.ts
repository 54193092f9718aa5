// Functions that decorators register, and what other decorators make of them before.

import { isGuardedByDecorators } from "./authentication.ts";
import { callWith } from "./calls.ts";
import { addEntry, schemaIn } from "./entries.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import type { Closure } from "./program.ts";
import type { Run } from "./run.ts";
import type { Schema } from "./schemas.ts";
import type { Value } from "./values.ts";

const TOOL_DECORATORS =
  /(?:^|\.)(?:tool|prompt|resource|call_tool|get_prompt|read_resource|custom_route|completion|(?:Mcp)?(?:Tool|Prompt|Resource))$/;
const ROUTE_DECORATORS =
  /^(?!(?:mock|mocker|unittest)\b).*\.(?:route|get|post|put|patch|delete|websocket|api_route)$/;

/** The name that a decorator is written with: `mcp.tool` of `@mcp.tool("x")`. */
export function decoratorName(decorator: Expr): string {
  const callee = decorator.e === "call" ? decorator.callee : decorator;
  const parts: string[] = [];
  let at = callee;
  while (at.e === "member") {
    parts.unshift(at.name);
    at = at.object;
  }
  if (at.e === "name") parts.unshift(at.name);
  return parts.join(".");
}

export function noteDecorators(
  run: Run,
  frame: Frame,
  { closure, decorators }: { closure: Closure; decorators: readonly Expr[] },
): void {
  const { func } = closure;
  for (const [i, decorator] of decorators.entries()) {
    const name = decoratorName(decorator);
    if (TOOL_DECORATORS.test(name)) {
      const schema = schemaInDecorator(run, frame, decorator);
      for (const each of wrapped(run, frame, { closure, below: decorators.slice(i + 1) })) {
        addEntry(run, { closure: each, kind: "tool", name: func.name, ...(schema && { schema }) });
      }
    } else if (ROUTE_DECORATORS.test(name) && decorator.e === "call") {
      const valueOf = (expr: Expr): Value => evaluate(run, frame, expr);
      const guarded = isGuardedByDecorators(func, decorators, valueOf);
      addEntry(run, { closure, kind: "request", name: func.name, guarded });
    } else evaluate(run, frame, decorator);
  }
}

/** `@Tool({ parameters: z.object(…) })` */
function schemaInDecorator(run: Run, frame: Frame, decorator: Expr): Schema | undefined {
  const first = decorator.e === "call" ? decorator.args[0]?.value : undefined;
  return first?.e === "record" ? schemaIn(evaluate(run, frame, first)) : undefined;
}

/** What decorators of the program make of the function before it is registered. */
function wrapped(
  run: Run,
  frame: Frame,
  { closure, below }: { closure: Closure; below: readonly Expr[] },
): readonly Closure[] {
  let value: Value = { taints: [], closures: [closure] };
  for (const decorator of below.toReversed()) {
    const callee = evaluate(run, frame, decorator);
    if (!callee.closures || !frame.lookUp(closure.func.name)) continue;
    const { at } = decorator;
    const given: Expr = { e: "name", name: closure.func.name, at };
    const expr = {
      e: "call",
      callee: decorator,
      args: [{ value: given }],
      isNew: false,
      at,
    } as const;
    const made = callWith(run, frame, { expr, receiver: undefined, callee });
    if (made.closures) value = made;
  }
  const closures = value.closures!;
  if (!closures.includes(closure)) run.called.add(closure.func);
  return closures;
}
