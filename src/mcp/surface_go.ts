// The surface of Go: the builders of mark3labs/mcp-go, the structs of the official SDK, and the
// positional registrations of metoro-io/mcp-golang.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId, SyntaxTree } from "../syntax/mod.ts";
import { argumentsOf, calleeName, isRecord } from "./expressions.ts";
import { addText, type Draft, draftItem, finishItem, type Reading } from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, shownText } from "./shown_text.ts";
import { entriesOf, resolveValue } from "./values.ts";

const KINDS = new Set(["call_expression", "literal_value"]);

export function readGo(reading: Reading): void {
  const { tree } = reading;
  for (const node of tree.nodesOf(KINDS)) {
    if (tree.kind(node) === "call_expression") readCall(reading, node);
    else readLiteral(reading, node);
  }
}

interface Builder {
  readonly owner: SurfaceOwner;
  /** Which arguments are the name and the description; options come after. */
  readonly name: number;
  readonly description?: number;
  readonly options: number;
}

const BUILDERS: Readonly<Record<string, Builder>> = {
  NewTool: { owner: "tool", name: 0, options: 1 },
  NewToolWithRawSchema: { owner: "tool", name: 0, description: 1, options: 2 },
  RegisterTool: { owner: "tool", name: 0, description: 1, options: 2 },
  NewPrompt: { owner: "prompt", name: 0, options: 1 },
  RegisterPrompt: { owner: "prompt", name: 0, description: 1, options: 2 },
  NewResource: { owner: "resource", name: 1, options: 2 },
  NewResourceTemplate: { owner: "resource", name: 1, options: 2 },
  RegisterResource: { owner: "resource", name: 1, description: 2, options: 4 },
  NewMCPServer: { owner: "server", name: 0, options: 2 },
};

function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const callee = calleeName(tree, call);
  if (callee === "NewServer") return readServer(reading, call);
  if (callee === undefined || !Object.hasOwn(BUILDERS, callee)) return;
  const builder = BUILDERS[callee]!;
  const arguments_ = argumentsOf(tree, call);
  const name = arguments_[builder.name];
  if (name === undefined) return;
  const draft = draftItem(reading, builder.owner, call);
  addText(draft, shownText(reading, name, "name"), { role: "name" });
  if (builder.description !== undefined) {
    describe(draft, arguments_[builder.description], { depth: 0 });
  }
  for (const option of arguments_.slice(builder.options)) readOption(draft, option);
  finishItem(draft);
}

const DESCRIPTIONS = new Set([
  "WithDescription",
  "WithPromptDescription",
  "WithResourceDescription",
  "WithTemplateDescription",
]);
const PARAMETERS =
  /^With(?:String|Number|Integer|Int|Float|Boolean|Bool|Object|Array|Any|Argument)$/;
const MAX_DEPTH = 6;

function readOption(draft: Draft, option: NodeId): void {
  const { reading } = draft;
  const { tree } = reading;
  const value = resolveValue(reading, option);
  if (tree.kind(value) !== "call_expression") return;
  const name = calleeName(tree, value);
  const arguments_ = argumentsOf(tree, value);
  if (name === undefined) return;
  if (DESCRIPTIONS.has(name)) describe(draft, arguments_[0], { depth: 0 });
  else if (name === "WithInstructions") {
    addText(draft, shownText(reading, arguments_[0]), { role: "instructions" });
  } else if (name === "WithTitleAnnotation" || name === "WithTitle") {
    addText(draft, shownText(reading, arguments_[0]), { role: "title" });
  } else if (name === "WithToolAnnotation" && arguments_[0] !== undefined) {
    const annotations = entriesOf(reading, resolveValue(reading, arguments_[0]));
    addText(draft, shownText(reading, annotations.get("Title")), { role: "title" });
  } else if (PARAMETERS.test(name)) readParameterOption(draft, arguments_);
}

/** `WithString("name", Required(), Description("…"), Properties(map…))`. */
function readParameterOption(draft: Draft, arguments_: readonly NodeId[]): void {
  const { reading } = draft;
  const { tree } = reading;
  const [first, ...options] = arguments_;
  const name = shownText(reading, first, "name");
  addText(draft, name, { role: "parameter" });
  const at = { parameter: name?.text ?? "", depth: 1 };
  for (const option of options) {
    const call = resolveValue(reading, option);
    if (tree.kind(call) !== "call_expression") continue;
    const callee = calleeName(tree, call);
    const [value] = argumentsOf(tree, call);
    if (callee === "Description" || callee === "ArgumentDescription" || callee === "Title") {
      describe(draft, value, at);
    } else if (callee === "Properties") readSchema(draft, value, { depth: 1 });
    else if (callee === "Items") readSchema(draft, value, at);
  }
}

/** `mcp.NewServer(&mcp.Implementation{…}, &mcp.ServerOptions{Instructions: "…"})`. */
function readServer(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const [first, second] = argumentsOf(tree, call).map((node) => resolveValue(reading, node));
  if (first === undefined || !isRecord(tree, first)) return;
  const about = entriesOf(reading, first);
  const options = second === undefined ? undefined : entriesOf(reading, second);
  if (!about.has("Name")) return;
  const draft = draftItem(reading, "server", call);
  addText(draft, shownText(reading, about.get("Name"), "name"), { role: "name" });
  addText(draft, shownText(reading, about.get("Title")), { role: "title" });
  addText(draft, shownText(reading, options?.get("Instructions")), { role: "instructions" });
  finishItem(draft);
}

const STRUCTS: Readonly<Record<string, SurfaceOwner>> = {
  Tool: "tool",
  Prompt: "prompt",
  Resource: "resource",
  ResourceTemplate: "resource",
};

/** `mcp.Tool{Name: "…", Description: "…"}`, also as an element of `[]mcp.Tool{{…}}`. */
function readLiteral(reading: Reading, node: NodeId): void {
  if (reading.claimed.has(node)) return;
  const owner = structOwner(reading.tree, node);
  if (owner === undefined) return;
  const entries = entriesOf(reading, node);
  if (!entries.has("Name")) return;
  reading.claimed.add(node);
  const draft = draftItem(reading, owner, node);
  addText(draft, shownText(reading, entries.get("Name"), "name"), { role: "name" });
  const annotations = entries.get("Annotations");
  addText(
    draft,
    shownText(reading, entries.get("Title")) ??
      (annotations === undefined ? undefined : shownText(
        reading,
        entriesOf(reading, resolveValue(reading, annotations)).get("Title"),
      )),
    { role: "title" },
  );
  describe(draft, entries.get("Description"), { depth: 0 });
  readSchema(draft, entries.get("InputSchema"), { depth: 0 });
  readSchema(draft, entries.get("OutputSchema"), { depth: 0 });
  readArguments(draft, entries.get("Arguments"));
  finishItem(draft);
}

/** Elements of a literal of literals leave their type out; the outer one has it. */
function structOwner(tree: SyntaxTree, literal: NodeId): SurfaceOwner | undefined {
  let up = tree.parent(literal);
  let elements = 0;
  while (
    up !== undefined && /^(?:literal_element|literal_value|keyed_element)$/.test(tree.kind(up))
  ) {
    if (tree.kind(up) === "literal_value" && ++elements > 1) return undefined;
    up = tree.parent(up);
  }
  if (up === undefined || tree.kind(up) !== "composite_literal") return undefined;
  let type = tree.child(up, "type");
  for (let hop = 0; hop < MAX_DEPTH && type !== undefined; hop++) {
    switch (tree.kind(type)) {
      case "qualified_type":
        if (elements > 0 !== hop > 0 && !isGeneric(tree, up)) return undefined;
        return ownerOfName(tree, tree.child(type, "name"));
      case "type_identifier":
        return ownerOfName(tree, type);
      case "pointer_type":
        type = tree.firstChild(type);
        break;
      case "generic_type":
        type = tree.child(type, "type");
        break;
      default:
        // A slice, array or map: only its elements can be structs.
        if (elements === 0) return undefined;
        type = tree.child(type, "element") ?? tree.child(type, "value");
    }
  }
  return undefined;
}

function isGeneric(tree: SyntaxTree, composite: NodeId): boolean {
  const type = tree.child(composite, "type");
  return type !== undefined && tree.kind(type) === "generic_type";
}

function ownerOfName(tree: SyntaxTree, name: NodeId | undefined): SurfaceOwner | undefined {
  const text = name === undefined ? "" : tree.textOf(name);
  return Object.hasOwn(STRUCTS, text) ? STRUCTS[text] : undefined;
}

/** `[]*mcp.PromptArgument{{Name: "…", Description: "…"}}`. */
function readArguments(draft: Draft, node: NodeId | undefined): void {
  const { reading } = draft;
  if (node === undefined) return;
  const list = resolveValue(reading, node);
  for (const element of reading.tree.children(list)) {
    const entries = entriesOf(reading, resolveValue(reading, element));
    const name = shownText(reading, entries.get("Name"), "name");
    addText(draft, name, { role: "parameter" });
    describe(draft, entries.get("Description"), { parameter: name?.text ?? "", depth: 1 });
  }
}
