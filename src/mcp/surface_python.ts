// The surface of Python: decorated functions of FastMCP and its like, functions given to
// `add_tool`, the types of the low-level SDK, dictionaries, tool classes, and the servers.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, lastName } from "./expressions.ts";
import { docstringOf, readSignature } from "./python_annotations.ts";
import { addText, type Draft, draftItem, finishItem, nodeText, type Reading } from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, shownText } from "./shown_text.ts";
import {
  readPromptArguments,
  readRecordItem,
  readRecordTexts,
  titleOf,
} from "./surface_records.ts";
import { declarationsOf, entriesOf, resolveValue } from "./values.ts";

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

const NO_ENTRIES: ReadonlyMap<string, NodeId> = new Map();

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
}

/** `mcp.tool`, `mcp.tool(…)`, `tool`. Only `tool` says enough in a file without a word of MCP. */
function registrationOf(reading: Reading, expression: NodeId): Registration | undefined {
  const { tree } = reading;
  const isCall = tree.kind(expression) === "call";
  const name = isCall ? calleeName(tree, expression) : lastName(tree, expression);
  if (name === undefined || !Object.hasOwn(DECORATORS, name)) return undefined;
  const owner = DECORATORS[name]!;
  if (owner !== "tool" && !mentionsMcp(reading)) return undefined;
  return isCall ? { owner, call: expression } : { owner };
}

function mentionsMcp(reading: Reading): boolean {
  return reading.mentionsMcp ??= /mcp/i.test(reading.tree.text);
}

/** A function's surface: what the call says, else its own name, docstring and signature. */
function readFunction(
  reading: Reading,
  { owner, call, definition, node }: Registration & { definition: NodeId; node: NodeId },
): void {
  const { tree } = reading;
  if (reading.claimed.has(definition)) return;
  reading.claimed.add(definition);
  const entries = call === undefined ? NO_ENTRIES : entriesOf(reading, call);
  const positional = call === undefined ? [] : argumentsOf(tree, call);
  const texts = positional.filter((argument) => !isFunctionName(reading, argument));
  const draft = draftItem(reading, owner, node);
  // The first text of a resource is its URI.
  const [first, second, third] = texts;
  const named = entries.get("name") ?? (owner === "resource" ? undefined : first);
  const name = tree.child(definition, "name");
  addText(
    draft,
    shownText(reading, named, "name") ?? (name === undefined ? undefined : nodeText(tree, name)),
    { role: "name" },
  );
  addText(draft, titleOf(reading, entries), { role: "title" });
  const described = entries.get("description") ?? (owner === "resource" ? undefined : second);
  const before = draft.texts.length;
  describe(draft, described, { depth: 0 });
  if (draft.texts.length === before) describe(draft, docstringOf(tree, definition), { depth: 0 });
  // The Claude agent SDK gives the schema third, and one parameter that is not the model's.
  if (third !== undefined) readSchema(draft, third, { depth: 0 });
  else readSignature(draft, definition);
  finishItem(draft);
}

function isFunctionName(reading: Reading, node: NodeId): boolean {
  const { tree } = reading;
  return tree.kind(node) === "identifier" &&
    tree.kind(resolveValue(reading, node)) === "function_definition";
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
  if (Object.hasOwn(ADDING, name)) readAdded(reading, { call, owner: ADDING[name]! });
  else if (Object.hasOwn(TYPES, name)) readTyped(reading, { call, owner: TYPES[name]! });
  else if (SERVERS.has(name)) readServer(reading, call);
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
  const entries = entriesOf(reading, call);
  const given = argumentsOf(reading.tree, call)[0] ?? entries.get("fn") ?? entries.get("func");
  const definition = functionOf(reading, given);
  if (definition !== undefined) {
    return readFunction(reading, { owner, call, definition, node: call });
  }
  if (!entries.has("name") && !entries.has("description")) return;
  const draft = draftItem(reading, owner, call);
  addText(draft, shownText(reading, entries.get("name"), "name"), { role: "name" });
  readRecordTexts(draft, entries);
  finishItem(draft);
}

/** The function of that name, or the method for `self.name`. */
function functionOf(reading: Reading, node: NodeId | undefined): NodeId | undefined {
  if (node === undefined) return undefined;
  const { tree } = reading;
  const value = tree.kind(node) === "attribute"
    ? declarationsOf(reading).named.get(lastName(tree, node) ?? "")
    : resolveValue(reading, node);
  return value !== undefined && tree.kind(value) === "function_definition" ? value : undefined;
}

/** `types.Tool(name="…", description="…", inputSchema={…})`. */
function readTyped(
  reading: Reading,
  { call, owner }: { call: NodeId; owner: SurfaceOwner },
): void {
  const entries = entriesOf(reading, call);
  if (!entries.has("description") && !entries.has("inputSchema") && !entries.has("uri")) return;
  if (!entries.has("name") && !entries.has("uri")) return;
  const draft = draftItem(reading, owner, call);
  addText(draft, shownText(reading, entries.get("name"), "name"), { role: "name" });
  readRecordTexts(draft, entries);
  if (owner === "prompt" && !entries.has("arguments")) {
    readPromptArguments(draft, entries.get("args"));
  }
  finishItem(draft);
}

/** `FastMCP("name", instructions="…")`. */
function readServer(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const entries = entriesOf(reading, call);
  const [first, second] = argumentsOf(tree, call);
  const type = calleeName(tree, call);
  const certain = type !== "Server" ||
    (mentionsMcp(reading) && (first !== undefined || entries.has("name")));
  if (!certain) return;
  const draft = draftItem(reading, "server", call);
  addText(draft, shownText(reading, entries.get("name") ?? first, "name"), { role: "name" });
  addText(draft, shownText(reading, entries.get("title")), { role: "title" });
  addText(draft, shownText(reading, entries.get("description")), { role: "description" });
  // The other servers take a version or a title there.
  const instructions = entries.get("instructions") ?? (type === "FastMCP" ? second : undefined);
  addText(draft, shownText(reading, instructions), { role: "instructions" });
  finishItem(draft);
}

/** `class Search(BaseTool): name = "…"; description = "…"`. */
function readToolClass(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const bases = tree.child(node, "superclasses");
  if (bases === undefined || !/Tool\b/.test(tree.textOf(bases))) return;
  const entries = entriesOf(reading, node);
  if (!entries.has("name") || !entries.has("description")) return;
  const draft: Draft = draftItem(reading, "tool", node);
  addText(draft, shownText(reading, entries.get("name"), "name"), { role: "name" });
  readRecordTexts(draft, entries);
  finishItem(draft);
}
