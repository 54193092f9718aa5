// The surface of JavaScript and TypeScript: registrations of the SDKs, objects that describe tools,
// prompts and resources, classes of mcp-framework, and the servers themselves.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, isRecord, lastName } from "./expressions.ts";
import { addText, type Draft, draftItem, finishItem, type Reading } from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, shownText } from "./shown_text.ts";
import { readRecordItem, titleOf } from "./surface_records.ts";
import { entriesOf, resolveValue } from "./values.ts";

const KINDS = new Set([
  "call_expression",
  "new_expression",
  "object",
  "class_declaration",
  "class",
]);

export function readJavaScript(reading: Reading): void {
  const { tree } = reading;
  for (const node of tree.nodesOf(KINDS)) {
    switch (tree.kind(node)) {
      case "call_expression":
        readCall(reading, node);
        break;
      case "new_expression":
        readServer(reading, node);
        break;
      case "object":
        readRecordItem(reading, node);
        break;
      default:
        readClass(reading, node);
    }
  }
}

interface Registration {
  readonly owner: SurfaceOwner;
  /** Whether the texts stand in one record after the name, or one by one. */
  readonly style: "config" | "positional" | "whole";
}

const REGISTRATIONS: ReadonlyMap<string, Registration> = new Map([
  ["registerTool", { owner: "tool", style: "config" }],
  ["registerAppTool", { owner: "tool", style: "config" }],
  ["registerToolTask", { owner: "tool", style: "config" }],
  ["registerPrompt", { owner: "prompt", style: "config" }],
  ["registerResource", { owner: "resource", style: "config" }],
  ["registerAppResource", { owner: "resource", style: "config" }],
  ["tool", { owner: "tool", style: "positional" }],
  ["prompt", { owner: "prompt", style: "positional" }],
  ["resource", { owner: "resource", style: "config" }],
  ["addTool", { owner: "tool", style: "whole" }],
  ["addPrompt", { owner: "prompt", style: "whole" }],
  ["addResource", { owner: "resource", style: "whole" }],
  ["addResourceTemplate", { owner: "resource", style: "whole" }],
]);

function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const method = calleeName(tree, call);
  const registration = method === undefined ? undefined : REGISTRATIONS.get(method);
  if (!registration) return;
  let arguments_ = argumentsOf(tree, call);
  // `registerAppTool(server, "name", …)` takes the server first.
  if (/^registerApp/.test(method!)) arguments_ = arguments_.slice(1);
  const [first] = arguments_;
  if (first === undefined) return;
  const record = resolveValue(reading, first);
  if (isRecord(tree, record)) {
    if (registration.style === "whole" || arguments_.length > 1) {
      readRecordItem(reading, record, registration.owner);
    }
    return;
  }
  if (registration.style === "whole" || arguments_.length < 2) return;
  const name = shownText(reading, first, "name");
  if (!/^register/.test(method!) && !handles(reading, { call, arguments_, method: method! })) {
    return;
  }
  if (name === undefined && !/identifier|member_expression/.test(tree.kind(first))) return;
  const draft = draftItem(reading, registration.owner, call);
  addText(draft, name, { role: "name" });
  if (registration.style === "positional") readPositional(draft, arguments_.slice(1, -1));
  else {
    for (const argument of arguments_.slice(1)) {
      const config = resolveValue(reading, argument);
      if (isRecord(tree, config)) readConfig(draft, config);
    }
  }
  finishItem(draft);
}

const FUNCTIONS = new Set(["arrow_function", "function_expression", "generator_function"]);

/** `rl.prompt("text", true)` and `api.resource("users", options)` register nothing for a model. */
function handles(
  { tree }: Reading,
  { call, arguments_, method }: { call: NodeId; arguments_: readonly NodeId[]; method: string },
): boolean {
  const last = tree.kind(arguments_.at(-1)!);
  if (FUNCTIONS.has(last)) return true;
  if (!/^(?:identifier|member_expression|call_expression|await_expression)$/.test(last)) {
    return false;
  }
  const callee = tree.child(call, "function")!;
  return method === "tool" || (arguments_.length > 2 && tree.kind(callee) !== "identifier");
}

/** `(description?, schema?, annotations?)` of `server.tool` and `server.prompt`. */
function readPositional(draft: Draft, arguments_: readonly NodeId[]): void {
  const { reading } = draft;
  for (const argument of arguments_) {
    const value = resolveValue(reading, argument);
    if (isRecord(reading.tree, value) && isAnnotations(reading, value)) {
      addText(draft, shownText(reading, entriesOf(reading, value).get("title")), { role: "title" });
      reading.claimed.add(value);
    } else if (isRecord(reading.tree, value) || isSchemaCall(reading, value)) {
      readSchema(draft, value, { depth: 0 });
      reading.claimed.add(value);
    } else describe(draft, argument, { depth: 0 });
  }
}

function isSchemaCall(reading: Reading, node: NodeId): boolean {
  const { tree } = reading;
  if (tree.kind(node) !== "call_expression") return false;
  let at = node;
  while (tree.kind(at) === "call_expression") {
    const callee = tree.child(at, "function");
    if (callee === undefined) return false;
    at = tree.child(callee, "object") ?? callee;
  }
  return /^(?:z|zod|Type|t|v|S|Schema)$/.test(tree.textOf(at)) ||
    lastName(tree, at) === "object";
}

function isAnnotations(reading: Reading, node: NodeId): boolean {
  const keys = [...entriesOf(reading, node).keys()];
  return keys.some((key) => /Hint$/.test(key)) || (keys.length === 1 && keys[0] === "title");
}

/** `{ title, description, inputSchema, … }` after a name. */
function readConfig(draft: Draft, config: NodeId): void {
  const { reading } = draft;
  if (reading.claimed.has(config)) return;
  reading.claimed.add(config);
  const entries = entriesOf(reading, config);
  addText(draft, titleOf(reading, entries), { role: "title" });
  describe(draft, entries.get("description"), { depth: 0 });
  for (const key of ["inputSchema", "argsSchema", "paramsSchema", "parameters", "outputSchema"]) {
    readSchema(draft, entries.get(key), { depth: 0 });
  }
}

const SERVERS = new Set([
  "McpServer",
  "Server",
  "FastMCP",
  "MCPServer",
  "MCPServerBase",
  "LiteMCP",
]);

/** `new McpServer({ name, version }, { instructions })`, whatever a bundler calls the class. */
function readServer(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const arguments_ = argumentsOf(tree, node).slice(0, 2)
    .map((argument) => resolveValue(reading, argument));
  const [first, second] = arguments_;
  if (first === undefined || !isRecord(tree, first)) return;
  const about = entriesOf(reading, first);
  const options = second !== undefined && isRecord(tree, second)
    ? entriesOf(reading, second)
    : undefined;
  const known = SERVERS.has(calleeName(tree, node) ?? "") && about.has("name");
  const shaped = about.has("name") && about.has("version") &&
    (about.has("instructions") || options?.has("instructions") || options?.has("capabilities"));
  if (!known && !shaped) return;
  reading.claimed.add(first);
  if (second !== undefined) reading.claimed.add(second);
  const draft = draftItem(reading, "server", node);
  addText(draft, shownText(reading, about.get("name"), "name"), { role: "name" });
  addText(draft, shownText(reading, about.get("title")), { role: "title" });
  addText(draft, shownText(reading, about.get("description")), { role: "description" });
  const instructions = about.get("instructions") ?? options?.get("instructions");
  addText(draft, shownText(reading, instructions), { role: "instructions" });
  finishItem(draft);
}

const CLASS_OWNERS: readonly (readonly [RegExp, SurfaceOwner])[] = [
  [/Prompt/, "prompt"],
  [/Resource/, "resource"],
  [/Tool/, "tool"],
];
const TOOL_MEMBERS = ["schema", "inputSchema", "parameters", "execute", "run", "handler", "call"];

/** `class X extends MCPTool { name = "…"; description = "…"; schema = {…} }`. */
function readClass(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const body = tree.child(node, "body");
  if (body === undefined) return;
  const entries = entriesOf(reading, node);
  const name = entries.get("name") ?? entries.get("uri");
  const description = entries.get("description");
  if (name === undefined || description === undefined) return;
  const heritage = tree.firstChild(node, "class_heritage");
  const base = heritage === undefined ? "" : tree.textOf(heritage);
  const owner = CLASS_OWNERS.find(([pattern]) => pattern.test(base))?.[1] ??
    (TOOL_MEMBERS.some((key) => entries.has(key)) ? "tool" : undefined);
  if (owner === undefined) return;
  const draft = draftItem(reading, owner, node);
  addText(draft, shownText(reading, entries.get("name")), { role: "name" });
  addText(draft, shownText(reading, entries.get("title")), { role: "title" });
  addText(draft, shownText(reading, description), { role: "description" });
  for (const key of ["schema", "inputSchema", "parameters"]) {
    const schema = entries.get(key);
    readSchema(draft, schema, { depth: 0 });
    if (schema !== undefined) reading.claimed.add(schema);
  }
  finishItem(draft);
}
