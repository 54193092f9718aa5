// The surface of Java: annotated methods (Spring AI, Quarkus, LangChain4j), the MCP SDK's records
// and builders, and the server's own texts.

import type { NodeId } from "../syntax/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { addNamed, byKey, ownerNamed } from "./plain_items.ts";
import { type Attribute, type Given, givenIn, lastWord, plainText } from "./plain_texts.ts";
import {
  addParameter,
  addText,
  type Draft,
  draftItem,
  finishItem,
  type NodeReader,
  nodeText,
  type Reading,
  readNodes,
} from "./reading.ts";

const READERS: Readonly<Record<string, NodeReader>> = {
  method_declaration: readMethod,
  object_creation_expression: readCreation,
  method_invocation: readBuilder,
};

export function readJava(reading: Reading): void {
  readNodes(reading, READERS);
}

function annotationsOf(tree: LinkedTree, node: NodeId): Attribute[] {
  const modifiers = tree.firstChild(node, "modifiers");
  if (modifiers === undefined) return [];
  return [...tree.children(modifiers)].flatMap((each) => {
    const name = tree.child(each, "name");
    if (name === undefined || !/annotation$/.test(tree.kind(each))) return [];
    return [{ name: lastWord(tree, name), given: givenIn(tree, tree.child(each, "arguments")) }];
  });
}

/** What an annotation says without a key: LangChain4j's description. */
function valuesOf({ given }: Attribute): Map<string, NodeId> {
  const values = new Map(byKey(given));
  const [first] = given;
  if (first !== undefined && first.key === undefined) values.set("description", first.value);
  const value = values.get("value");
  if (value !== undefined && !values.has("description")) values.set("description", value);
  return values;
}

function readMethod(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  for (const annotation of annotationsOf(tree, node)) {
    const owner = ownerNamed(annotation.name);
    if (owner === undefined) continue;
    const draft = draftItem(reading, owner, node);
    draft.handler = node;
    addNamed(draft, valuesOf(annotation), { name: tree.child(node, "name") });
    readParameters(draft, tree.child(node, "parameters"));
    return finishItem(draft);
  }
}

const DESCRIBING = /^(?:ToolParam|McpToolParam|ToolArg|PromptArg|McpArg|P|Description)$/;
/** Parameters that the framework fills in. */
const INJECTED = /Exchange\b|Context\b|ProgressToken|McpMeta|McpLog|Cancellation|Request\b/;

function readParameters(draft: Draft, list: NodeId | undefined): void {
  const { reading } = draft;
  const { tree } = reading;
  for (const parameter of list === undefined ? [] : tree.children(list)) {
    const name = tree.child(parameter, "name");
    const type = tree.child(parameter, "type");
    const text = type === undefined ? "" : tree.shortText(type, 60);
    if (name === undefined || INJECTED.test(text)) continue;
    const annotation = annotationsOf(tree, parameter).find((each) => DESCRIBING.test(each.name));
    const values = annotation === undefined ? undefined : valuesOf(annotation);
    const required = values?.get("required");
    addParameter(draft, nodeText(tree, name), {
      isTop: true,
      ...(text !== "" && { type: text }),
      required: required === undefined || tree.shortText(required, 6) !== "false",
    });
    addText(draft, plainText(reading, values?.get("description")), {
      role: "parameter",
      parameter: tree.textOf(name),
    });
  }
}

/** `new McpSchema.Tool("name", "description", schema)`. */
function readCreation(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const type = tree.child(node, "type");
  const owner = type === undefined ? undefined : ownerNamed(lastWord(tree, type));
  if (owner === undefined) return;
  const texts = givenIn(tree, tree.child(node, "arguments"))
    .map(({ value }) => plainText(reading, value));
  if (owner === "resource") texts.shift();
  const [name, ...more] = texts;
  const description = more.filter((text) => text !== undefined);
  if (name === undefined || description.length === 0) return;
  const draft = draftItem(reading, owner, node);
  addText(draft, name, { role: "name" });
  // Before the description some versions take a title; a schema as text begins with a brace.
  for (const text of description) {
    if (!/^\s{0,20}\{/.test(text.text)) addText(draft, text, { role: "description" });
  }
  finishItem(draft);
}

/** Calls of one chain. */
const MAX_CHAIN = 60;

/** `Tool.builder().name("…").description("…").build()`, `.serverInfo("…", "…").instructions("…")`. */
function readBuilder(reading: Reading, build: NodeId): void {
  const { tree } = reading;
  const up = tree.parent(build);
  // Only a chain's last call.
  if (
    up !== undefined && tree.kind(up) === "method_invocation" && tree.child(up, "object") === build
  ) {
    return;
  }
  const calls = new Map<string, readonly Given[]>();
  let start: NodeId | undefined;
  let at: NodeId | undefined = build;
  for (let left = MAX_CHAIN; at !== undefined && left > 0; left--) {
    if (tree.kind(at) !== "method_invocation") break;
    const name = tree.child(at, "name");
    const object: NodeId | undefined = tree.child(at, "object");
    const text = name === undefined ? "" : tree.textOf(name);
    if (text === "builder") start = object;
    calls.set(text.toLowerCase(), givenIn(tree, tree.child(at, "arguments")));
    at = object;
  }
  const owner = start === undefined ? undefined : ownerNamed(lastWord(tree, start));
  const about = calls.get("serverinfo");
  if (owner === undefined && about === undefined) return;
  const draft = draftItem(reading, owner ?? "server", build);
  const values = new Map<string, NodeId>();
  for (const [name, [first]] of calls) if (first !== undefined) values.set(name, first.value);
  if (owner === undefined && about?.[0] !== undefined) values.set("name", about[0].value);
  const version = about?.[1];
  if (version !== undefined) draft.version = plainText(reading, version.value)?.text;
  addNamed(draft, values);
  finishItem(draft);
}
