// Functions that a model calls: how each SDK registers them, and which parameters hold what was sent.

import type { Call } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr } from "./ir.ts";
import type { Closure, Entry } from "./program.ts";
import type { Run } from "./run.ts";
import { textOf, type Value } from "./values.ts";

const TOOL_DECORATORS =
  /(?:^|\.)(?:tool|prompt|resource|call_tool|get_prompt|read_resource|custom_route|completion)$/;
const ROUTE_DECORATORS = /(?:^|\.)(?:route|get|post|put|patch|delete|websocket|api_route)$/;

/** The name that a decorator is written with: `mcp.tool` of `@mcp.tool("x")`. */
function decoratorName(decorator: Expr): string {
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
  for (const decorator of decorators) {
    const name = decoratorName(decorator);
    if (TOOL_DECORATORS.test(name)) {
      addEntry(run, { closure, kind: "tool", name: closure.func.name });
    } else if (ROUTE_DECORATORS.test(name) && decorator.e === "call") {
      addEntry(run, { closure, kind: "request", name: closure.func.name });
    } else evaluate(run, frame, decorator);
  }
}

const TOOL_METHODS = new Set([
  "tool",
  "registerTool",
  "prompt",
  "registerPrompt",
  "resource",
  "registerResource",
  "setRequestHandler",
  "addTool",
  "addPrompt",
  "addResource",
  "addResourceTemplate",
  "add_tool",
  "AddTool",
  "AddPrompt",
  "AddResource",
  "AddResourceTemplate",
  "AddTools",
]);
const ROUTE_METHODS = new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "all",
  "use",
  "HandleFunc",
]);
const HANDLER_FIELDS = ["execute", "handler", "run", "callback", "cb", "load", "Handler", "func"];

/** Handlers among a call's arguments, straight or in a field of one. */
export function noteRegistration(run: Run, frame: Frame, call: Call): void {
  const isTool = TOOL_METHODS.has(call.method);
  const isPython = run.files.get(frame.file)?.module.language === "python";
  const isRoute = !isTool && !isPython && ROUTE_METHODS.has(call.method) &&
    typeof textOf(call.args[0] ?? { taints: [] }) === "string" &&
    call.args.length > 1;
  if (!isTool && !isRoute) return;
  const name = toolName(call);
  const kind = isTool ? "tool" : "request";
  for (const arg of [...call.args, ...call.keywords.values()]) {
    for (const closure of handlersIn(arg)) addEntry(run, { closure, kind, name });
  }
}

function handlersIn(value: Value): readonly Closure[] {
  if (value.closures) return value.closures;
  const found: Closure[] = [];
  for (const field of HANDLER_FIELDS) {
    found.push(...value.fields?.get(field)?.closures ?? []);
    found.push(...value.element?.fields?.get(field)?.closures ?? []);
  }
  const method = HANDLER_FIELDS.map((field) => value.instance?.methods.get(field)).find((each) =>
    each
  );
  return method ? [...found, method] : found;
}

/** It handles the requests of all tools. */
const REQUEST_HANDLER = "setRequestHandler";

function toolName(call: Call): string {
  const first = call.args[0];
  if (!first) return call.method;
  const name = textOf(first) ?? (first.fields?.get("name") && textOf(first.fields.get("name")!));
  return name ?? call.method;
}

function addEntry(
  run: Run,
  { closure, kind, name }: { closure: Closure; kind: Entry["kind"]; name: string },
): void {
  if (run.entryOf(closure.func)) return;
  const words = kind === "request"
    ? "a request's data"
    : name === REQUEST_HANDLER
    ? "an argument of a tool"
    : `an argument of "${name.slice(0, 60)}"`;
  const sent = closure.func.params.flatMap((param, index) =>
    isContext(param.type?.name, param.name) ? [] : [{ index, words }]
  );
  run.addEntry({ closure, sent, kind, name, at: closure.func.nameAt });
}

/** What the SDK hands over beside the arguments. */
function isContext(type: string | undefined, name: string): boolean {
  return /(?:^|\.)(?:Context|RequestHandlerExtra|ToolContext)$/.test(type ?? "") ||
    /^(?:ctx|_?extra|res|next|response)$/.test(name);
}
