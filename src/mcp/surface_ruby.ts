// The surface of Ruby: tool classes of the MCP SDK and of FastMcp, tools that are defined by a call,
// and the servers themselves.

import type { SurfaceOwner } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { addChain, addNamed, byKey } from "./plain_items.ts";
import { givenIn, lastWord, plainText } from "./plain_texts.ts";
import {
  addParameter,
  type Draft,
  draftItem,
  finishItem,
  type NodeReader,
  nodeText,
  type Reading,
  readNodes,
} from "./reading.ts";

const READERS: Readonly<Record<string, NodeReader>> = {
  class: readClass,
  call: readCall,
};

export function readRuby(reading: Reading): void {
  readNodes(reading, READERS);
}

const BASES: readonly (readonly [RegExp, SurfaceOwner])[] = [
  [/Tool$/, "tool"],
  [/Prompt$/, "prompt"],
  [/Resource$/, "resource"],
];

/** Statements of a class body. */
const MAX_STATEMENTS = 400;

/** `class Search < MCP::Tool; description "…"; input_schema(…); end`. */
function readClass(reading: Reading, node: NodeId): void {
  const { tree } = reading;
  const superclass = tree.child(node, "superclass");
  const body = tree.child(node, "body");
  if (superclass === undefined || body === undefined) return;
  const base = lastWord(tree, superclass);
  const owner = BASES.find(([pattern]) => pattern.test(base))?.[1];
  if (owner === undefined) return;
  const values = new Map<string, NodeId>();
  let block: NodeId | undefined;
  for (const statement of [...tree.children(body)].slice(0, MAX_STATEMENTS)) {
    const method = tree.kind(statement) === "call" ? tree.child(statement, "method") : undefined;
    if (method === undefined) continue;
    const name = tree.textOf(method).replace(/^(?:tool|prompt|resource)_name$/, "name");
    const list = tree.child(statement, "arguments");
    const [first] = givenIn(tree, list);
    if (name === "arguments") block = tree.child(statement, "block");
    if (list === undefined || first === undefined) continue;
    // What is given by name is a record without its braces.
    values.set(name.replaceAll("_", ""), first.key === undefined ? first.value : list);
  }
  if (!values.has("description") && !values.has("inputschema") && !values.has("uri")) return;
  const draft = draftItem(reading, owner, node);
  addNamed(draft, values, { name: tree.child(node, "name") });
  if (block !== undefined) readArguments(draft, block);
  draft.handler = methodNamed(reading, body);
  finishItem(draft);
}

function methodNamed({ tree }: Reading, body: NodeId) {
  for (const member of tree.children(body)) {
    const name = /method$/.test(tree.kind(member)) ? tree.child(member, "name") : undefined;
    if (name !== undefined && /^(?:call|template|content)$/.test(tree.textOf(name))) {
      return member;
    }
  }
  return undefined;
}

/** `arguments do required(:name).filled(:string).description("…") end`. */
function readArguments(draft: Draft, block: NodeId): void {
  const { reading } = draft;
  const { tree } = reading;
  const body = tree.child(block, "body");
  for (const chain of body === undefined ? [] : tree.children(body)) {
    let at: NodeId = chain;
    for (let left = 24; left > 0; left--) {
      const receiver = tree.child(at, "receiver");
      if (receiver === undefined) break;
      at = receiver;
    }
    const method = tree.child(at, "method");
    const [first] = givenIn(tree, tree.child(at, "arguments"));
    if (method === undefined || first === undefined) continue;
    const word = tree.textOf(method);
    if (word !== "required" && word !== "optional") continue;
    const name = nodeText(tree, first.value);
    const plain = name.text.replace(/^:/, "");
    const { start, end } = tree.span(first.value);
    addParameter(draft, {
      text: plain,
      runs: [{ at: 0, start: end - plain.length, width: 1, end: Math.max(end, start) }],
    }, { isTop: true, required: word === "required" });
    addChain(draft, chain, plain);
  }
}

/** `server.define_tool(name: "…", …)`, `MCP::Tool.define(…)`, `MCP::Server.new(…)`. */
function readCall(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const method = tree.child(call, "method");
  const receiver = tree.child(call, "receiver");
  const name = method === undefined ? "" : tree.shortText(method, 40);
  const on = receiver === undefined ? "" : lastWord(tree, receiver);
  const [, kind] = /^define_(tool|prompt|resource)$/.exec(name) ?? [];
  const owner = kind as SurfaceOwner | undefined ??
    (name === "define" || name === "new"
      ? on === "Server" ? "server" : BASES.find(([pattern]) => pattern.test(on))?.[1]
      : undefined);
  if (owner === undefined) return;
  const values = byKey(givenIn(tree, tree.child(call, "arguments")));
  if (!values.has("name") || (owner !== "server" && !values.has("description"))) return;
  const draft = draftItem(reading, owner, call);
  if (owner === "server") {
    draft.version = plainText(reading, values.get("version"))?.text;
    addNamed(draft, new Map([...values].filter(([key]) => key !== "tools")));
  } else addNamed(draft, values);
  finishItem(draft);
}
