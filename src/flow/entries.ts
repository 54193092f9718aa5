// Functions that a model calls: how each SDK registers them, and which parameters hold what was sent.

import { decoratorName } from "./decorators.ts";
import { isGuardedRoute, noteMiddleware } from "./authentication.ts";
import type { Call } from "./calls.ts";
import type { Frame } from "./frame.ts";
import type { Func, Module, Param } from "./ir.ts";
import { notesOf } from "./notes.ts";
import type { ClassInfo, Closure, Entry } from "./program.ts";
import type { Run } from "./run.ts";
import { type Schema, schemaOf } from "./schemas.ts";
import { textOf, type Value } from "./values.ts";

const TOOL_METHODS = new Set([
  "tool",
  "registerTool",
  "prompt",
  "registerPrompt",
  "resource",
  "registerResource",
  "setRequestHandler",
  "addTool",
  "addTools",
  "addPrompt",
  "addResource",
  "addResourceTemplate",
  "add_tool",
  "add_prompt",
  "from_function",
  "AddTool",
  "AddPrompt",
  "AddResource",
  "AddResourceTemplate",
  "AddTools",
  "SetTools",
]);
/** What a server is told beside its handlers. */
const SERVER_METHODS = new Set(["connect", "close", "start", "stop", "listen", "serve"]);

/** Whether a server is told something: what else that is matters not. */
export function isToldServer(method: string): boolean {
  return TOOL_METHODS.has(method) || ROUTE_METHODS.has(method) || SERVER_METHODS.has(method);
}

/** Functions whose own text registers a handler. */
export function registering(modules: Iterable<Module>): ReadonlySet<Func> {
  const found = new Set<Func>();
  for (const { body } of modules) {
    for (const [func, names] of notesOf(body).methods) {
      for (const name of names) {
        if (TOOL_METHODS.has(name) || ROUTE_METHODS.has(name)) found.add(func);
      }
    }
  }
  return found;
}

const ROUTE_METHODS = new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "all",
  "use",
  "HandleFunc",
  "Handle",
  "GET",
  "POST",
  "PUT",
  "DELETE",
]);
const HANDLER_FIELDS = ["execute", "handler", "run", "callback", "cb", "load", "Handler", "func"];

/** Handlers among a call's arguments, straight or in a field of one. */
export function noteRegistration(run: Run, frame: Frame, call: Call): void {
  const { callee } = call.expr;
  // `mcp.tool()(handler)` registers as `mcp.tool(handler)` does.
  const method = callee.e === "call" && callee.callee.e === "member"
    ? callee.callee.name
    : call.method;
  const isScript = run.languageOf(frame.file) === "script";
  if (method === "use" && isScript || method === "Use") noteMiddleware(run, frame, call);
  if (LISTENERS.test(call.callee.refs?.[0] ?? "") || isLine(call)) {
    frame.registers = true;
    for (const closure of call.args.flatMap(({ closures = [] }) => closures)) {
      addEntry(run, { closure, kind: "request", name: method });
    }
    return;
  }
  const isTool = TOOL_METHODS.has(method);
  if (!isTool && !isRoute(run, frame, call)) return;
  frame.registers = true;
  const kind = isTool ? "tool" : "request";
  const guarded = !isTool && isGuardedRoute(run, frame, call);
  const name = toolName(call);
  const schema = isTool ? schemaAmong(call) : undefined;
  for (const arg of [...call.args, ...call.keywords.values()]) {
    for (const closure of handlersIn(arg)) {
      addEntry(run, { closure, kind, name, guarded, ...(schema && { schema }) });
    }
  }
}

const LISTENERS = /^(?:https?\.createServer|Deno\.serve|net\.createServer)$/;

/** Messages by lines: a server without an SDK. */
function isLine({ method, receiver, args }: Call): boolean {
  const event = args[0] && textOf(args[0]);
  const isReader = receiver?.refs?.some((ref) =>
    /^readline(?:\/promises)?\.createInterface\(\)$/.test(ref)
  );
  return (method === "on" || method === "once") && event === "line" && isReader === true;
}

/** A path first, a handler behind it. */
function isRoute(run: Run, frame: Frame, { method, args }: Call): boolean {
  if (run.languageOf(frame.file) === "python") return false;
  const path = args[0] && textOf(args[0]);
  return ROUTE_METHODS.has(method) && path !== undefined && args.length > 1;
}

const SCHEMA_FIELDS = [
  "inputSchema",
  "parameters",
  "paramsSchema",
  "argsSchema",
  "schema",
  "input",
  "inputs",
  "args",
];

/** The schema that the SDK holds the arguments to. */
function schemaAmong({ args }: Call): Schema | undefined {
  for (const arg of args) {
    if (arg.closures) continue;
    const schema = schemaIn(arg) ?? schemaOf(arg);
    if (schema) return schema;
  }
  return undefined;
}

export function schemaIn({ fields }: Value): Schema | undefined {
  for (const name of SCHEMA_FIELDS) {
    const field = fields?.get(name);
    const schema = field && schemaOf(field);
    if (schema) return schema;
  }
  return undefined;
}

function handlersIn(value: Value): readonly Closure[] {
  if (value.closures) return value.closures;
  const found: Closure[] = [];
  for (const field of HANDLER_FIELDS) {
    found.push(...value.fields?.get(field)?.closures ?? []);
    found.push(...value.element?.fields?.get(field)?.closures ?? []);
    for (const each of value.fields?.values() ?? []) {
      found.push(...each.fields?.get(field)?.closures ?? []);
    }
  }
  const method = HANDLER_FIELDS.map((field) => value.instance?.methods.get(field)).find((each) =>
    each
  );
  return method ? [...found, method] : found;
}

/** `server.request_handlers[types.CallToolRequest] = handler` */
export function noteHandler(run: Run, frame: Frame, { closures = [] }: Value): void {
  frame.registers = true;
  for (const closure of closures) addEntry(run, { closure, kind: "tool", name: REQUEST_HANDLER });
}

/** `{ name, inputSchema, handler }`: a tool, wherever it is registered. */
export function noteToolObject(run: Run, frame: Frame, value: Value): void {
  const { fields } = value;
  if (!fields?.has("name") && !fields?.has("description")) return;
  const schema = schemaIn(value);
  const isTool = schema !== undefined ||
    fields.has("description") && SCHEMA_FIELDS.some((name) => fields.has(name));
  if (!isTool) return;
  frame.registers = true;
  const named = fields.get("name");
  const name = named && textOf(named) || "a tool";
  for (const field of HANDLER_FIELDS) {
    for (const closure of fields.get(field)?.closures ?? []) {
      addEntry(run, { closure, kind: "tool", name, ...(schema && { schema }) });
    }
  }
}

const TOOL_CLASS = /(?:^|\.)(?:MCP|Mcp|Base|Abstract)?(?:Tool|Prompt|Resource)(?:Base|Handler)?$/;
const TOOL_CLASS_METHODS = ["execute", "run", "handle", "call", "invoke", "_run", "_arun", "read"];
/** A client's part of signing in, as the SDKs name it. */
const SIGN_IN = "redirectToAuthorization";

/** Frameworks whose tools are classes; and what a client is told by the server that it signs in at. */
export function noteToolClass(run: Run, info: ClassInfo): void {
  const signIn = info.methods.get(SIGN_IN);
  if (signIn && signIn.owner === info) addEntry(run, { closure: signIn, kind: "remote", name: "" });
  const isTool = info.def.bases.some((base) => TOOL_CLASS.test(decoratorName(base)));
  if (!isTool) return;
  const schema = info.statics.get("schema");
  const bound = schema && schemaOf(schema);
  for (const method of TOOL_CLASS_METHODS) {
    const closure = info.methods.get(method);
    if (closure?.owner !== info) continue;
    addEntry(run, { closure, kind: "tool", name: info.name, ...(bound && { schema: bound }) });
  }
}

/** It handles the requests of all tools. */
const REQUEST_HANDLER = "setRequestHandler";

function toolName(call: Call): string {
  const first = call.args[0];
  if (!first) return call.method;
  const name = textOf(first) ?? (first.fields?.get("name") && textOf(first.fields.get("name")!));
  return name ?? call.method;
}

interface NewEntry {
  readonly closure: Closure;
  readonly kind: Entry["kind"];
  readonly name: string;
  readonly guarded?: boolean;
  /** What binds the first parameter. */
  readonly schema?: Schema;
}

export function addEntry(
  run: Run,
  { closure, kind, name, guarded = false, schema }: NewEntry,
): void {
  const words = wordsOf(kind, name);
  const sent = closure.func.params.flatMap((param, index) =>
    isContext(kind, param) ? [] : [{ index, words, ...(index === 0 && schema && { schema }) }]
  );
  run.addEntry({ closure, sent, kind, name, guarded, at: closure.func.nameAt });
}

function wordsOf(kind: Entry["kind"], name: string): string {
  if (kind === "request") return "a request's data";
  if (kind === "remote") return "the address that another server names for signing in";
  return name === REQUEST_HANDLER || name === ""
    ? "an argument of a tool"
    : `an argument of "${name.slice(0, 60)}"`;
}

/** What the SDK, or the router, hands over beside what was sent. */
export function isContext(kind: Entry["kind"], { type, name }: Param): boolean {
  const named = type?.name ?? "";
  if (
    /(?:^|\.)(?:ResponseWriter|Response|NextFunction|RequestHandlerExtra|ToolContext)$/.test(named)
  ) {
    return true;
  }
  // A router's context holds the request.
  const isOwn = kind === "request" ? /^context\.Context$/ : /^(?:\w+\.)?Context$/;
  return isOwn.test(named) ||
    (kind === "request" ? /^(?:res|next|response|reply)$/ : /^(?:ctx|_?extra|res|next|response)$/)
      .test(name);
}
