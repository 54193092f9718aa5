// The surface of C#: methods with the MCP SDK's attributes, options of tools that are made by hand,
// and the server's instructions.

import type { NodeId } from "../syntax/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { addNamed, byKey, ownerNamed } from "./plain_items.ts";
import { type Attribute, givenIn, lastWord, plainText } from "./plain_texts.ts";
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
  local_function_statement: readMethod,
  object_creation_expression: readCreation,
  assignment_expression: readInstructions,
};

export function readCSharp(reading: Reading): void {
  readNodes(reading, READERS);
}

function attributesOf(tree: LinkedTree, node: NodeId): Attribute[] {
  return [...tree.children(node)].flatMap((list) =>
    tree.kind(list) !== "attribute_list" ? [] : [...tree.children(list)].flatMap((each) => {
      const name = tree.child(each, "name");
      if (name === undefined) return [];
      const given = givenIn(tree, tree.firstChild(each, "attribute_argument_list"));
      return [{ name: lastWord(tree, name).replace(/Attribute$/, ""), given }];
    })
  );
}

function descriptionOf(attributes: readonly Attribute[]): NodeId | undefined {
  return attributes.find(({ name }) => name === "Description")?.given[0]?.value;
}

function readMethod(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const attributes = attributesOf(tree, node);
  const attribute = attributes.find(({ name }) => /^McpServer/.test(name) && ownerNamed(name));
  if (!attribute) return;
  const draft = draftItem(reading, ownerNamed(attribute.name)!, node);
  draft.handler = node;
  const values = new Map(byKey(attribute.given));
  const description = descriptionOf(attributes);
  if (description !== undefined) values.set("description", description);
  addNamed(draft, values, { name: tree.child(node, "name") });
  readParameters(draft, tree.child(node, "parameters"));
  finishItem(draft);
}

/** Parameters that the SDK or the container fills in, where no description says otherwise. */
const INJECTED =
  /^(?:I[A-Z]\w{1,60}|McpServer|CancellationToken|HttpClient|RequestContext<.{0,60}>|ClaimsPrincipal)\??$|(?:Service|Client|Context|Factory|Options|Logger(?:<.{0,60}>)?)\??$/;

function readParameters(draft: Draft, list: NodeId | undefined): void {
  const { reading } = draft;
  const { tree } = reading;
  for (const parameter of list === undefined ? [] : tree.children(list)) {
    const name = tree.child(parameter, "name");
    const type = tree.child(parameter, "type");
    const text = type === undefined ? "" : tree.shortText(type, 80);
    const description = descriptionOf(attributesOf(tree, parameter));
    if (name === undefined || (description === undefined && INJECTED.test(text))) continue;
    addParameter(draft, nodeText(tree, name), { isTop: true, ...(text !== "" && { type: text }) });
    addText(draft, plainText(reading, description), {
      role: "parameter",
      parameter: tree.textOf(name),
    });
  }
}

/** `new Tool { Name = "…", Description = "…" }`, `new McpServerToolCreateOptions { … }`. */
function readCreation(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const type = tree.child(node, "type");
  const name = type === undefined ? "" : lastWord(tree, type);
  const owner = ownerNamed(name.replace(/CreateOptions$/, ""));
  const initializer = tree.child(node, "initializer");
  if (owner === undefined || initializer === undefined) return;
  const values = byKey(givenIn(tree, initializer));
  if (!values.has("name") || !values.has("description")) return;
  const draft = draftItem(reading, owner, node);
  addNamed(draft, values);
  finishItem(draft);
}

/** `options.ServerInstructions = "…"`. */
function readInstructions(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const left = tree.child(node, "left");
  if (left === undefined || lastWord(tree, left) !== "ServerInstructions") return;
  const draft = draftItem(reading, "server", node);
  addText(draft, plainText(reading, tree.child(node, "right")), { role: "instructions" });
  finishItem(draft);
}
