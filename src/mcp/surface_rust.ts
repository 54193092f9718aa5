// The surface of Rust: functions that rmcp's attributes make tools and prompts, their doc comments,
// the structs that hold their arguments, and the server's instructions.

import { joinMapped, type MappedText, standingFor, verbatim } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { addNamed, byKey } from "./plain_items.ts";
import { givenIn, lastWord, plainText } from "./plain_texts.ts";
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
  function_item: readFunction,
  call_expression: readCall,
  field_initializer: readInstructions,
};

export function readRust(reading: Reading): void {
  readNodes(reading, READERS);
}

/** Attributes and doc comments that stand before a declaration. */
const MAX_BEFORE = 60;

interface Before {
  readonly attributes: readonly NodeId[];
  readonly docs: MappedText | undefined;
}

function before(tree: LinkedTree, node: NodeId): Before {
  const up = tree.parent(node);
  const attributes: NodeId[] = [];
  const docs: MappedText[] = [];
  let pending: NodeId[] = [];
  for (const child of up === undefined ? [] : tree.children(up)) {
    if (child >= node) break;
    const kind = tree.kind(child);
    if (kind === "attribute_item" || kind === "line_comment" || kind === "block_comment") {
      pending.push(child);
    } else if (kind !== "ERROR") pending = [];
  }
  for (const each of pending.slice(-MAX_BEFORE)) {
    if (tree.kind(each) === "attribute_item") {
      const attribute = tree.firstChild(each, "attribute");
      if (attribute !== undefined) attributes.push(attribute);
      continue;
    }
    const doc = tree.child(each, "doc");
    if (doc === undefined) continue;
    const { start } = tree.span(doc);
    const raw = tree.textOf(doc);
    const text = raw.trim();
    if (docs.length > 0) docs.push(standingFor("\n", { start, end: start + 1 }));
    docs.push(verbatim(text, start + Math.max(raw.indexOf(text), 0)));
  }
  return { attributes, docs: docs.length === 0 ? undefined : joinMapped(docs) };
}

function attributeNamed(
  tree: LinkedTree,
  attributes: readonly NodeId[],
  name: RegExp,
): NodeId | undefined {
  return attributes.find((attribute) => {
    const first = tree.firstChild(attribute);
    return first !== undefined && name.test(lastWord(tree, first));
  });
}

function readFunction(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const { attributes, docs } = before(tree, node);
  const attribute = attributeNamed(tree, attributes, /^(?:tool|prompt|mcp_tool)$/);
  if (attribute === undefined) return;
  const owner = /prompt/.test(lastWord(tree, tree.firstChild(attribute)!)) ? "prompt" : "tool";
  const draft = draftItem(reading, owner, node);
  draft.handler = node;
  const values = byKey(givenIn(tree, tree.child(attribute, "arguments")));
  addNamed(draft, values, { name: tree.child(node, "name"), description: docs });
  readParameters(draft, tree.child(node, "parameters"));
  finishItem(draft);
}

function readParameters(draft: Draft, list: NodeId | undefined): void {
  const { reading } = draft;
  const { tree } = reading;
  for (const parameter of list === undefined ? [] : tree.children(list)) {
    if (tree.kind(parameter) !== "parameter") continue;
    const type = tree.child(parameter, "type");
    const text = type === undefined ? "" : tree.shortText(type, 200);
    const [, struct] = /Parameters\s{0,4}<\s{0,4}(\w{1,100})/.exec(text) ?? [];
    if (struct !== undefined) {
      readStruct(draft, struct);
      continue;
    }
    const pattern = tree.child(parameter, "pattern");
    const { attributes } = before(tree, parameter);
    if (pattern === undefined || attributes.length === 0) continue;
    addParameter(draft, nodeText(tree, pattern), {
      isTop: true,
      ...(text !== "" && { type: text }),
    });
    addText(draft, describedBy(reading, attributes), {
      role: "parameter",
      parameter: tree.textOf(pattern),
    });
  }
}

function describedBy(reading: Reading, attributes: readonly NodeId[]): MappedText | undefined {
  const { tree } = reading;
  const attribute = attributeNamed(tree, attributes, /^(?:schemars|tool|serde)$/);
  const list = attribute === undefined ? undefined : tree.child(attribute, "arguments");
  return plainText(reading, byKey(givenIn(tree, list)).get("description"));
}

const STRUCTS = new Set(["struct_item"]);

function readStruct(draft: Draft, name: string): void {
  const { reading } = draft;
  const { tree } = reading;
  for (const struct of tree.nodesOf(STRUCTS)) {
    const own = tree.child(struct, "name");
    if (own === undefined || tree.textOf(own) !== name) continue;
    const body = tree.child(struct, "body");
    for (const field of body === undefined ? [] : tree.children(body)) {
      if (tree.kind(field) !== "field_declaration") continue;
      const key = tree.child(field, "name");
      if (key === undefined) continue;
      const type = tree.child(field, "type");
      const text = type === undefined ? "" : tree.shortText(type, 60);
      addParameter(draft, nodeText(tree, key), {
        isTop: true,
        ...(text !== "" && { type: text, required: !text.startsWith("Option") }),
      });
      const { attributes, docs } = before(tree, field);
      addText(draft, describedBy(reading, attributes) ?? docs, {
        role: "parameter",
        parameter: tree.textOf(key),
      });
    }
    return;
  }
}

/** `Tool::new("name", "description", schema)`, `.with_instructions("…")`. */
function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const callee = tree.child(call, "function");
  if (callee === undefined) return;
  const text = tree.shortText(callee, 200);
  const given = givenIn(tree, tree.child(call, "arguments"));
  if (/(?:^|::)Tool::new$/.test(text)) {
    const draft = draftItem(reading, "tool", call);
    addText(draft, plainText(reading, given[0]?.value), { role: "name" });
    addText(draft, plainText(reading, given[1]?.value), { role: "description" });
    if (draft.texts.length > 0) finishItem(draft);
  } else if (lastWord(tree, callee) === "with_instructions") {
    const draft = draftItem(reading, "server", call);
    addText(draft, plainText(reading, given[0]?.value), { role: "instructions" });
    finishItem(draft);
  }
}

/** `ServerInfo { instructions: Some("…".into()), … }`. */
function readInstructions(reading: Reading, field: NodeId): void {
  const { tree } = reading;
  const name = tree.child(field, "field") ?? tree.child(field, "name");
  if (name === undefined || tree.textOf(name) !== "instructions") return;
  const draft = draftItem(reading, "server", field);
  addText(draft, plainText(reading, tree.child(field, "value")), { role: "instructions" });
  finishItem(draft);
}
