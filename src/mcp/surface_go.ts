// The surface of Go: the builders of mark3labs/mcp-go, the structs of the official SDK, and the
// positional registrations of metoro-io/mcp-golang.

import type { SurfaceOwner, SurfaceRole } from "../core/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId } from "../syntax/mod.ts";
import { forEachChoice } from "./choices.ts";
import { argumentsOf, calleeName } from "./expressions.ts";
import {
  addParameter,
  addText,
  type Draft,
  draftItem,
  type Entries,
  finishItem,
  type Reading,
  spendStep,
} from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, readValues, shownText } from "./shown_text.ts";
import { readItem } from "./surface_records.ts";
import { hintNamed, readHints, setHints, truthOf } from "./tool_facts.ts";
import { entriesOf, valuesOf } from "./values.ts";

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
  // Of Grafana, whose handlers bring their parameters.
  MustTool: { owner: "tool", name: 0, description: 1, options: 3 },
  ConvertTool: { owner: "tool", name: 0, description: 1, options: 3 },
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
  forEachChoice(reading, name, () => readBuilder(reading, { call, builder, name }));
}

function readBuilder(
  reading: Reading,
  { call, builder, name }: { call: NodeId; builder: Builder; name: NodeId },
): void {
  const arguments_ = argumentsOf(reading.tree, call);
  const draft = draftItem(reading, builder.owner, call);
  const text = shownText(reading, name, "name");
  addText(draft, text, { role: "name" });
  if (text === undefined) draft.hidden.add("name");
  if (builder.owner === "resource") {
    draft.uri = shownText(reading, arguments_[0], "name")?.text;
  }
  if (builder.owner === "server") {
    draft.version = shownText(reading, arguments_[1], "name")?.text;
  }
  if (builder.description !== undefined) {
    describe(draft, arguments_[builder.description], { depth: 0 });
  }
  for (const option of arguments_.slice(builder.options)) readOption(draft, option);
  finishItem(draft);
}

/** What an option of an item says; the other options are about parameters. */
const OPTIONS: Readonly<Record<string, SurfaceRole>> = {
  WithDescription: "description",
  WithPromptDescription: "description",
  WithResourceDescription: "description",
  WithTemplateDescription: "description",
  WithInstructions: "instructions",
  WithTitleAnnotation: "title",
  WithTitle: "title",
};
const PARAMETERS =
  /^With(?:String|Number|Integer|Int|Float|Boolean|Bool|Object|Array|Any|Argument)$/;

function readOption(draft: Draft, option: NodeId): void {
  const { reading } = draft;
  for (const { name, arguments_ } of callsOf(reading, option)) {
    const [first] = arguments_;
    if (Object.hasOwn(OPTIONS, name)) {
      addText(draft, shownText(reading, first), { role: OPTIONS[name]! });
    } else if (name === "WithToolAnnotation" && first !== undefined) {
      addText(draft, shownText(reading, entriesOf(reading, first).get("title")), { role: "title" });
      readHints(draft, first);
    } else if (/^With\w{4,20}Annotation$|^With\w{4,20}Hint(?:Annotation)?$/.test(name)) {
      const hint = hintNamed(name.replace(/^With|Annotation$/g, ""));
      const value = first === undefined ? undefined : truthOf(reading, first);
      if (hint !== undefined && value !== undefined) setHints(draft, { [hint]: value });
    } else if (PARAMETERS.test(name)) readParameterOption(draft, { name, arguments_ });
  }
}

/** `WithString("name", Required(), Description("…"), Properties(map…))`. */
function readParameterOption(draft: Draft, { name: kind, arguments_ }: Call): void {
  const { reading } = draft;
  const [first, ...options] = arguments_;
  const text = shownText(reading, first, "name");
  const calls = options.flatMap((each) => callsOf(reading, each));
  addParameter(draft, text, {
    isTop: true,
    ...(kind !== "WithArgument" && { type: kind.slice("With".length).toLowerCase() }),
    required: calls.some(({ name }) => /^Required/.test(name)),
  });
  const at = { parameter: text?.text ?? "", depth: 1 };
  for (const { name, arguments_: [value, ...rest] } of calls) {
    if (/^(?:Argument)?Description$|^Title$/.test(name)) describe(draft, value, at);
    else if (name === "Properties") readSchema(draft, value, { depth: 1 });
    else if (name === "Items") readSchema(draft, value, at);
    else if (name === "Enum") {
      readValues(draft, value === undefined ? rest : [value, ...rest], { ...at, role: "choice" });
    } else if (/^Default/.test(name)) readValues(draft, value, { ...at, role: "default" });
  }
}

interface Call {
  readonly name: string;
  readonly arguments_: readonly NodeId[];
}

function callsOf(reading: Reading, node: NodeId): Call[] {
  const { tree } = reading;
  return valuesOf(reading, node).flatMap((value) => {
    const name = tree.kind(value) === "call_expression" ? calleeName(tree, value) : undefined;
    if (name === undefined) return [];
    const known = isOption(name) ? [] : callsIn(reading, tree.child(value, "function"));
    return known.length > 0 ? known : [{ name, arguments_: argumentsOf(tree, value) }];
  });
}

function isOption(name: string): boolean {
  return Object.hasOwn(OPTIONS, name) || PARAMETERS.test(name);
}

/** Nodes of a function that makes options. */
const MAX_OPTION_NODES = 600;
const CALLS = new Set(["call_expression"]);

/** The options that a function of the program gives: `func WithPages() ToolOption { … }`. */
function callsIn(reading: Reading, callee: NodeId | undefined): Call[] {
  const { tree } = reading;
  const [definition] = callee === undefined ? [] : valuesOf(reading, callee);
  if (definition === undefined || tree.kind(definition) !== "function_declaration") return [];
  const calls: Call[] = [];
  const end = Math.min(tree.next(definition), definition + MAX_OPTION_NODES);
  for (let node = definition; node < end && spendStep(reading); node++) {
    const name = CALLS.has(tree.kind(node)) ? calleeName(tree, node) : undefined;
    if (name !== undefined && isOption(name)) {
      calls.push({ name, arguments_: argumentsOf(tree, node) });
    }
  }
  return calls;
}

/** `mcp.NewServer(&mcp.Implementation{…}, &mcp.ServerOptions{Instructions: "…"})`. */
function readServer(reading: Reading, call: NodeId): void {
  const [about, options] = argumentsOf(reading.tree, call)
    .map((argument) => entriesOf(reading, argument));
  if (!about?.has("name")) return;
  const entries: Entries = new Map([...options ?? [], ...about]);
  readItem(reading, { owner: "server", node: call, entries });
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
  if (!entries.has("name")) return;
  reading.claimed.add(node);
  forEachChoice(
    reading,
    entries.get("name")?.[0],
    () => readItem(reading, { owner, node, entries: entriesOf(reading, node) }),
  );
}

/** Pointers, slices and maps around a type. */
const MAX_TYPES = 6;

/** Elements of a literal of literals leave their type out; the outer one has it. */
function structOwner(tree: LinkedTree, literal: NodeId): SurfaceOwner | undefined {
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
  for (let hop = 0; hop < MAX_TYPES && type !== undefined; hop++) {
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

function isGeneric(tree: LinkedTree, composite: NodeId): boolean {
  const type = tree.child(composite, "type");
  return type !== undefined && tree.kind(type) === "generic_type";
}

function ownerOfName(tree: LinkedTree, name: NodeId | undefined): SurfaceOwner | undefined {
  const text = name === undefined ? "" : tree.textOf(name);
  return Object.hasOwn(STRUCTS, text) ? STRUCTS[text] : undefined;
}
