// The surface of Python: decorated functions of FastMCP and its like, functions given to
// `add_tool`, the types of the low-level SDK, dictionaries, tool classes, and the servers.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { assignedTo, declarationsOf } from "./declarations.ts";
import { argumentsOf, calleeName, lastName } from "./expressions.ts";
import { docstringOf, readSignature } from "./python_annotations.ts";
import { readMount, serverOf } from "./mounts.ts";
import { draftItem, type Entries, finishItem, nodeText, type Reading } from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, shownText } from "./shown_text.ts";
import { readItem, readRecordItem, readTexts } from "./surface_records.ts";
import { entriesOf, valuesOf } from "./values.ts";

const KINDS = new Set(["decorated_definition", "call", "dictionary", "class_definition"]);

export function readPython(reading: Reading): void {
  const { tree } = reading;
  for (const node of tree.nodesOf(KINDS)) {
    switch (tree.kind(node)) {
      case "decorated_definition":
        readDecorated(reading, node);
        break;
      case "call":
        readCall(reading, node);
        break;
      case "dictionary":
        readRecordItem(reading, node);
        break;
      default:
        readToolClass(reading, node);
    }
  }
}

const DECORATORS: Readonly<Record<string, SurfaceOwner>> = {
  tool: "tool",
  mcp_tool: "tool",
  prompt: "prompt",
  mcp_prompt: "prompt",
  resource: "resource",
  mcp_resource: "resource",
  resource_template: "resource",
};

function readDecorated(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const definition = tree.child(node, "definition");
  if (definition === undefined || tree.kind(definition) !== "function_definition") return;
  for (const decorator of tree.children(node)) {
    if (tree.kind(decorator) !== "decorator") continue;
    const expression = tree.firstChild(decorator);
    const registration = expression === undefined ? undefined : registrationOf(reading, expression);
    if (!registration) continue;
    readFunction(reading, { ...registration, definition, node });
    // One function, one item, however many decorators speak of it.
    return;
  }
}

interface Registration {
  readonly owner: SurfaceOwner;
  /** The call with the texts, where there is one. */
  readonly call?: NodeId;
  /** What it is registered at. */
  readonly server?: NodeId | undefined;
}

/** `mcp.tool`, `mcp.tool(…)`, `tool`. Only `tool` says enough in a file without a word of MCP. */
function registrationOf(reading: Reading, expression: NodeId): Registration | undefined {
  const { tree } = reading;
  const isCall = tree.kind(expression) === "call";
  const name = isCall ? calleeName(tree, expression) : lastName(tree, expression);
  if (name === undefined || !Object.hasOwn(DECORATORS, name)) return undefined;
  const owner = DECORATORS[name]!;
  if (owner !== "tool" && !mentionsMcp(reading)) return undefined;
  const callee = isCall ? tree.child(expression, "function") : expression;
  const server = callee === undefined ? undefined : tree.child(callee, "object");
  return { owner, server, ...(isCall && { call: expression }) };
}

function mentionsMcp(reading: Reading): boolean {
  return reading.mentionsMcp ??= /mcp/i.test(reading.tree.own.text);
}

/** A function's surface: what the call says, else its own name, docstring and signature. */
function readFunction(
  reading: Reading,
  { owner, call, server, definition, node }: Registration & {
    definition: NodeId;
    node: NodeId;
  },
): void {
  const { tree } = reading;
  if (reading.claimed.has(definition)) return;
  reading.claimed.add(definition);
  const given = call === undefined ? [] : argumentsOf(tree, call);
  // The first text of a resource is its URI.
  const [name, description, schema] = owner === "resource"
    ? []
    : given.filter((argument) => !isFunctionName(reading, argument));
  const entries = new Map<string, readonly NodeId[]>(known({ name, description }));
  for (const [key, values] of call === undefined ? [] : entriesOf(reading, call)) {
    entries.set(key, values);
  }
  const ownName = tree.child(definition, "name");
  const draft = draftItem(reading, owner, node);
  draft.handler = definition;
  draft.server = serverOf(reading, server);
  const [uri] = owner === "resource" ? given.filter((each) => !isFunctionName(reading, each)) : [];
  if (uri !== undefined) draft.uri = shownText(reading, uri, "name")?.text;
  readTexts(draft, entries, {
    name: ownName === undefined ? undefined : nodeText(tree, ownName),
    description: docstringOf(tree, definition),
  });
  // A text that is given to the function afterwards is what a client gets to see.
  const later = ownName === undefined ? [] : assignedTo(reading, ownName, "__doc__");
  describe(draft, later, { depth: 0 });
  // The Claude agent SDK gives the schema third, and one parameter that is not the model's.
  if (schema !== undefined) readSchema(draft, schema, { depth: 0 });
  else readSignature(draft, definition);
  finishItem(draft);
}

function known(entries: Readonly<Record<string, NodeId | undefined>>): [string, NodeId[]][] {
  return Object.entries(entries)
    .flatMap(([key, value]) => value === undefined ? [] : [[key, [value]]]);
}

function isFunctionName(reading: Reading, node: NodeId): boolean {
  const { tree } = reading;
  return tree.kind(node) === "identifier" && functionOf(reading, node) !== undefined;
}

const ADDING: Readonly<Record<string, SurfaceOwner>> = {
  add_tool: "tool",
  from_function: "tool",
  add_prompt: "prompt",
  add_resource_fn: "resource",
};

/** Types of the SDKs whose keyword arguments are an item. */
const TYPES: Readonly<Record<string, SurfaceOwner>> = {
  Tool: "tool",
  FunctionTool: "tool",
  StructuredTool: "tool",
  Prompt: "prompt",
  Resource: "resource",
  ResourceTemplate: "resource",
  TextResource: "resource",
  FileResource: "resource",
  HttpResource: "resource",
  DirectoryResource: "resource",
  FunctionResource: "resource",
};

const SERVERS = new Set(["FastMCP", "MCPServer", "Server"]);

function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const name = calleeName(tree, call);
  if (name === undefined) return readApplied(reading, call);
  if (Object.hasOwn(ADDING, name)) {
    readAdded(reading, { call, owner: madeBy(reading, call) ?? ADDING[name]! });
  } else if (name === "mount" || name === "import_server") readMount(reading, call);
  else if (Object.hasOwn(TYPES, name)) readTyped(reading, { call, owner: TYPES[name]! });
  else if (SERVERS.has(name)) readServer(reading, call);
}

/** `Prompt.from_function(…)`: the class says what is made. */
function madeBy({ tree }: Reading, call: NodeId): SurfaceOwner | undefined {
  const callee = tree.child(call, "function");
  const object = callee === undefined ? undefined : tree.child(callee, "object");
  const name = object === undefined ? undefined : lastName(tree, object);
  return name !== undefined && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
}

/** `mcp.tool(name="…")(function)`. */
function readApplied(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const callee = tree.child(call, "function");
  if (callee === undefined || tree.kind(callee) !== "call") return;
  const registration = registrationOf(reading, callee);
  const definition = registration && functionOf(reading, argumentsOf(tree, call)[0]);
  if (definition !== undefined) {
    readFunction(reading, { ...registration!, definition, node: call });
  }
}

/** `mcp.add_tool(function, name="…", description="…")`. */
function readAdded(
  reading: Reading,
  { call, owner }: { call: NodeId; owner: SurfaceOwner },
): void {
  const { tree } = reading;
  const entries = entriesOf(reading, call);
  const given = argumentsOf(tree, call)[0] ?? entries.get("fn")?.[0] ??
    entries.get("func")?.[0];
  const definition = functionOf(reading, given);
  if (definition !== undefined) {
    const callee = tree.child(call, "function");
    const server = callee === undefined ? undefined : tree.child(callee, "object");
    return readFunction(reading, { owner, call, server, definition, node: call });
  }
  if (!entries.has("name") && !entries.has("description")) return;
  readItem(reading, { owner, node: call, entries });
}

/** The function of that name, or the method for `self.name`. */
function functionOf(reading: Reading, node: NodeId | undefined): NodeId | undefined {
  if (node === undefined) return undefined;
  const { tree } = reading;
  const values = tree.kind(node) === "attribute"
    ? [declarationsOf(reading, node).named.get(lastName(tree, node) ?? "")]
    : valuesOf(reading, node);
  return values.find((value) => value !== undefined && tree.kind(value) === "function_definition");
}

/** `types.Tool(name="…", description="…", inputSchema={…})`. */
function readTyped(
  reading: Reading,
  { call, owner }: { call: NodeId; owner: SurfaceOwner },
): void {
  const entries = entriesOf(reading, call);
  if (!entries.has("description") && !entries.has("inputSchema") && !entries.has("uri")) return;
  if (!entries.has("name") && !entries.has("uri")) return;
  readItem(reading, { owner, node: call, entries });
}

/** `FastMCP("name", instructions="…")`. */
function readServer(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const [name, second] = argumentsOf(tree, call);
  const type = calleeName(tree, call);
  // The other servers take a version or a title there.
  const instructions = type === "FastMCP" ? second : undefined;
  const entries: Entries = new Map([
    ...known({ name, instructions }),
    ...entriesOf(reading, call),
  ]);
  if (type === "Server" && !(mentionsMcp(reading) && entries.has("name"))) return;
  readItem(reading, { owner: "server", node: call, entries });
}

/** `class Search(BaseTool): name = "…"; description = "…"`. */
function readToolClass(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const bases = tree.child(node, "superclasses");
  if (bases === undefined || !/Tool\b/.test(tree.textOf(bases))) return;
  const entries = new Map(entriesOf(reading, node));
  for (const [key, method] of Object.entries(GETTERS)) {
    const [given] = entries.get(method) ?? [];
    if (given !== undefined && !entries.has(key)) entries.set(key, returnsOf(reading, given));
  }
  if (entries.has("name") && entries.has("description")) {
    readItem(reading, { owner: "tool", node, entries });
  }
}

/** Methods that give what others keep in a field. */
const GETTERS: Readonly<Record<string, string>> = {
  name: "get_name",
  description: "get_description",
  annotations: "get_annotations",
};
/** Nodes of such a method. */
const MAX_GETTER = 400;

function returnsOf({ tree }: Reading, method: NodeId): NodeId[] {
  const found: NodeId[] = [];
  const end = Math.min(tree.next(method), method + MAX_GETTER);
  for (let node = method; node < end; node++) {
    const value = tree.kind(node) === "return_statement" ? tree.firstChild(node) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}
