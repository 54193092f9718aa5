// The surface of JavaScript and TypeScript: registrations of the SDKs, objects that describe tools,
// prompts and resources, classes of mcp-framework, and the servers themselves.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { forEachChoice } from "./choices.ts";
import { argumentsOf, calleeName, isRecord, lastName } from "./expressions.ts";
import {
  addText,
  type Draft,
  draftItem,
  type Entries,
  finishItem,
  type Reading,
} from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, keyPlace, shownText } from "./shown_text.ts";
import { readItem, readRecordItem, readTexts } from "./surface_records.ts";
import { handlerOf, readHints } from "./tool_facts.ts";
import { entriesOf, recordOf, valuesOf } from "./values.ts";

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
  if (method !== undefined && /[tT]ool$/.test(method)) readKeyed(reading, call);
  if (!registration) return;
  let arguments_ = argumentsOf(tree, call);
  // `registerAppTool(server, "name", …)` takes the server first.
  if (/^registerApp/.test(method!)) arguments_ = arguments_.slice(1);
  const [first] = arguments_;
  if (first === undefined) return;
  const records = valuesOf(reading, first).filter((value) => isRecord(tree, value));
  if (records.length > 0) {
    if (registration.style !== "whole" && arguments_.length < 2) return;
    for (const record of records) readRecordItem(reading, record, registration.owner);
    return;
  }
  if (registration.style === "whole" || arguments_.length < 2) return;
  const name = shownText(reading, first, "name");
  if (!/^register/.test(method!) && !handles(reading, { call, arguments_, method: method! })) {
    return;
  }
  if (name === undefined && !/identifier|member_expression/.test(tree.kind(first))) return;
  const before = reading.claimed.size;
  let isFirst = true;
  forEachChoice(reading, first, () => {
    // A configuration that several are made with is read for each; what it claims stands last.
    if (!isFirst) {
      for (const node of [...reading.claimed].slice(before)) reading.claimed.delete(node);
    }
    isFirst = false;
    readRegistration(reading, { call, registration, arguments_ });
  });
}

/** `{ list_tables: tool({ description: "…", parameters: …, execute: … }) }`. */
function readKeyed(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const pair = tree.parent(call);
  const key = pair !== undefined && tree.kind(pair) === "pair"
    ? tree.child(pair, "key")
    : undefined;
  const [about, other] = argumentsOf(tree, call);
  if (key === undefined || about === undefined || other !== undefined) return;
  const { nodes, values } = recordOf(reading, about);
  const isTool = values.has("parameters") || values.has("inputSchema");
  if (!isTool || !(values.has("description") || values.has("execute"))) return;
  for (const node of nodes) reading.claimed.add(node);
  const draft = draftItem(reading, "tool", call);
  if (values.has("name")) readTexts(draft, values);
  else readTexts(draft, values, { name: keyPlace(tree, key) });
  finishItem(draft);
}

function readRegistration(
  reading: Reading,
  { call, registration, arguments_ }: {
    call: NodeId;
    registration: Registration;
    arguments_: readonly NodeId[];
  },
): void {
  const name = shownText(reading, arguments_[0], "name");
  const draft = draftItem(reading, registration.owner, call);
  addText(draft, name, { role: "name" });
  if (name === undefined) draft.hidden.add("name");
  draft.handler = handlerOf(reading, arguments_.at(-1));
  if (registration.owner === "resource" && arguments_[1] !== undefined) {
    draft.uri = addressOf(reading, arguments_[1]);
  }
  if (registration.style === "positional") readPositional(draft, arguments_.slice(1, -1));
  else for (const argument of arguments_.slice(1)) readConfig(draft, argument);
  finishItem(draft);
}

/** `"file:///{path}"`, or that of `new ResourceTemplate("file:///{path}", …)`. */
function addressOf(reading: Reading, node: NodeId): string | undefined {
  const { tree } = reading;
  const [value = node] = valuesOf(reading, node);
  if (isRecord(tree, value)) return undefined;
  const first = tree.kind(value) === "new_expression" ? argumentsOf(tree, value)[0] : value;
  return first === undefined ? undefined : shownText(reading, first, "name")?.text;
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
    const values = valuesOf(reading, argument);
    const record = values.some((value) => isRecord(reading.tree, value));
    if (record && isAnnotations(reading, argument)) {
      addText(draft, shownText(reading, entriesOf(reading, argument).get("title")), {
        role: "title",
      });
      readHints(draft, argument);
    } else if (record || values.some((value) => isSchemaCall(reading, value))) {
      readSchema(draft, argument, { depth: 0 });
    } else {
      describe(draft, argument, { depth: 0 });
      continue;
    }
    for (const value of values) reading.claimed.add(value);
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
  const { nodes, values } = recordOf(reading, config);
  const records = nodes.filter((node) => isRecord(reading.tree, node));
  if (records.every((node) => reading.claimed.has(node))) return;
  for (const record of records) reading.claimed.add(record);
  readTexts(draft, new Map([...values].filter(([key]) => key !== "name")));
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
  const [about, options] = argumentsOf(tree, node).slice(0, 2)
    .map((argument) => recordOf(reading, argument));
  if (!about?.nodes.some((each) => isRecord(tree, each))) return;
  const entries: Entries = new Map([...options?.values ?? [], ...about.values]);
  const known = SERVERS.has(calleeName(tree, node) ?? "");
  const shaped = entries.has("version") &&
    (entries.has("instructions") || entries.has("capabilities"));
  if (!about.values.has("name") || (!known && !shaped)) return;
  for (const each of [...about.nodes, ...options?.nodes ?? []]) reading.claimed.add(each);
  readItem(reading, { owner: "server", node, entries });
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
  const entries = entriesOf(reading, node);
  if (!entries.has("description") || !(entries.has("name") || entries.has("uri"))) return;
  const heritage = tree.firstChild(node, "class_heritage");
  const base = heritage === undefined ? "" : tree.textOf(heritage);
  const owner = CLASS_OWNERS.find(([pattern]) => pattern.test(base))?.[1] ??
    (TOOL_MEMBERS.some((key) => entries.has(key)) ? "tool" : undefined);
  if (owner !== undefined) readItem(reading, { owner, node, entries });
}
