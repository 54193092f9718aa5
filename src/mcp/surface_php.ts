// The surface of PHP: methods and classes with the MCP SDK's attributes, builders' calls, classes of
// Laravel, and the server's instructions.

import { joinMapped, type MappedText, standingFor, verbatim } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { addNamed, addSchema, byKey, ownerNamed } from "./plain_items.ts";
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
  method_declaration: readAttributed,
  function_definition: readAttributed,
  class_declaration: readDeclaredClass,
  member_call_expression: readCall,
  object_creation_expression: readCreation,
};

export function readPhp(reading: Reading): void {
  readNodes(reading, READERS);
}

function readDeclaredClass(reading: Reading, node: NodeId): void {
  readAttributed(reading, node);
  readClass(reading, node);
}

function attributesOf(tree: LinkedTree, node: NodeId): Attribute[] {
  const list = tree.child(node, "attributes");
  if (list === undefined) return [];
  return [...tree.children(list)].flatMap((group) =>
    [...tree.children(group)].flatMap((attribute) => {
      const name = tree.firstChild(attribute);
      if (name === undefined) return [];
      return [{
        name: lastWord(tree, name),
        given: givenIn(tree, tree.child(attribute, "parameters")),
      }];
    })
  );
}

function readAttributed(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const attribute = attributesOf(tree, node)
    .find(({ name }) => /^Mcp/.test(name) && ownerNamed(name));
  if (!attribute) return;
  const owner = ownerNamed(attribute.name)!;
  const draft = draftItem(reading, owner, node);
  draft.handler = node;
  const values = new Map(byKey(attribute.given));
  const [first] = attribute.given;
  if (first !== undefined && first.key === undefined) {
    values.set(owner === "resource" ? "uri" : "name", first.value);
  }
  addNamed(draft, values, {
    name: tree.child(node, "name"),
    description: docBefore(tree, node),
  });
  readParameters(draft, tree.child(node, "parameters"));
  finishItem(draft);
}

/** Units of a comment before a declaration. */
const MAX_DOC = 4_000;

/** The words of the doc comment that a method is described by, without its tags. */
function docBefore(tree: LinkedTree, node: NodeId): MappedText | undefined {
  const comment = lastComment(tree, node);
  const raw = comment === undefined ? "" : tree.shortText(comment, MAX_DOC);
  if (comment === undefined || !raw.startsWith("/**")) return undefined;
  const found: MappedText[] = [];
  let start = tree.span(comment).start;
  for (const line of raw.split("\n")) {
    const words = line.replace(/^\s{0,200}(?:\/\*\*|\*(?!\/))?/, "").replace(/\*\/$/, "");
    const text = words.trim();
    if (text.startsWith("@")) break;
    if (text !== "") {
      const at = start + line.indexOf(text);
      if (found.length > 0) found.push(standingFor("\n", { start: at, end: at + 1 }));
      found.push(verbatim(text, at));
    }
    start += line.length + 1;
  }
  return found.length === 0 ? undefined : joinMapped(found);
}

function lastComment(tree: LinkedTree, node: NodeId): NodeId | undefined {
  // What stands right before in document order is the comment, which has no children.
  const previous = node - 1;
  return previous > 0 && tree.kind(previous) === "comment" ? previous : undefined;
}

function readParameters(draft: Draft, list: NodeId | undefined): void {
  const { reading } = draft;
  const { tree } = reading;
  for (const parameter of list === undefined ? [] : tree.children(list)) {
    const variable = tree.child(parameter, "name");
    const name = variable === undefined ? undefined : tree.firstChild(variable) ?? variable;
    const type = tree.child(parameter, "type");
    const text = type === undefined ? "" : tree.shortText(type, 60);
    if (name === undefined || /(?:Context|Gateway|Request|JsonSchema)$/.test(text)) continue;
    addParameter(draft, nodeText(tree, name), {
      isTop: true,
      ...(text !== "" && { type: text }),
      required: tree.child(parameter, "default_value") === undefined,
    });
    const schema = attributesOf(tree, parameter).find((each) => each.name === "Schema");
    addText(draft, plainText(reading, byKey(schema?.given ?? []).get("description")), {
      role: "parameter",
      parameter: tree.textOf(name),
    });
  }
}

const ADDING: Readonly<Record<string, "tool" | "prompt" | "resource">> = {
  addTool: "tool",
  withTool: "tool",
  addPrompt: "prompt",
  withPrompt: "prompt",
  addResource: "resource",
  withResource: "resource",
};

/** `->addTool(handler, name: "…", description: "…")`, `->setInstructions("…")`. */
function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const method = tree.child(call, "name");
  const name = method === undefined ? "" : tree.shortText(method, 40);
  const given = givenIn(tree, tree.child(call, "arguments"));
  if (Object.hasOwn(ADDING, name)) {
    const values = byKey(given);
    if (!values.has("name") && !values.has("description")) return;
    const draft = draftItem(reading, ADDING[name]!, call);
    addNamed(draft, values);
    finishItem(draft);
  } else if (name === "setInstructions" || name === "withInstructions") {
    const draft = draftItem(reading, "server", call);
    addText(draft, plainText(reading, given[0]?.value), { role: "instructions" });
    finishItem(draft);
  }
}

/** `new Tool(name: "…", description: "…", inputSchema: [ … ])`. */
function readCreation(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const type = tree.firstChild(node);
  const owner = type === undefined ? undefined : ownerNamed(lastWord(tree, type));
  if (owner === undefined) return;
  const given = givenIn(tree, tree.child(node, "arguments") ?? tree.firstChild(node, "arguments"));
  const values = byKey(given);
  if (!values.has("name") || !values.has("description")) return;
  const draft = draftItem(reading, owner, node);
  addNamed(draft, values);
  finishItem(draft);
}

/** `class Search extends Tool { protected string $description = "…"; … }` of Laravel. */
function readClass(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const base = tree.firstChild(node, "base_clause");
  const parent = base === undefined ? undefined : tree.firstChild(base);
  const owner = parent === undefined ? undefined : ownerNamed(lastWord(tree, parent)) ??
    (lastWord(tree, parent) === "Server" ? "server" : undefined);
  const body = tree.child(node, "body");
  if (owner === undefined || body === undefined) return;
  const values = new Map<string, NodeId>();
  let schema: NodeId | undefined;
  for (const member of tree.children(body)) {
    if (tree.kind(member) === "method_declaration") {
      const name = tree.child(member, "name");
      if (name !== undefined && tree.textOf(name) === "schema") schema = member;
    }
    for (
      const element of tree.kind(member) === "property_declaration" ? tree.children(member) : []
    ) {
      const name = tree.child(element, "name");
      const value = tree.child(element, "default_value");
      if (name !== undefined && value !== undefined) values.set(lastWord(tree, name), value);
    }
  }
  if (!values.has("description") && !values.has("instructions")) return;
  const draft = draftItem(reading, owner, node);
  addNamed(draft, values, { name: tree.child(node, "name") });
  if (schema !== undefined) readShape(draft, schema);
  finishItem(draft);
}

const ARRAYS = new Set(["array_creation_expression"]);
/** Nodes of a method that gives a schema. */
const MAX_SHAPE = 2_000;

/** `return ["city" => $schema->string()->description("…")];`. */
function readShape(draft: Draft, method: NodeId): void {
  const { reading } = draft;
  const { tree } = reading;
  const end = Math.min(tree.next(method), method + MAX_SHAPE);
  for (let node = method; node < end; node++) {
    if (!ARRAYS.has(tree.kind(node))) continue;
    for (const { key, keyNode, value } of givenIn(tree, node)) {
      if (key === undefined || keyNode === undefined) continue;
      addParameter(draft, plainText(reading, keyNode), { isTop: true });
      addSchema(draft, value, { parameter: key, depth: 1 });
    }
    return;
  }
}
