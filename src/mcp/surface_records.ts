// Records that describe a tool, prompt or resource wherever they stand: objects of JavaScript,
// dictionaries and keyword arguments of Python.

import type { MappedText, SurfaceOwner } from "../core/mod.ts";
import type { NodeId, SyntaxTree } from "../syntax/mod.ts";
import { isRecord, keyText } from "./expressions.ts";
import { addText, type Draft, draftItem, finishItem, type Reading } from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, shownText } from "./shown_text.ts";
import { entriesOf, resolveValue } from "./values.ts";

const SCHEMA_KEYS = [
  "inputSchema",
  "input_schema",
  "parameters",
  "args_schema",
  "argsSchema",
  "schema",
  "outputSchema",
  "output_schema",
];
const TOOL_KEYS = [
  "inputSchema",
  "input_schema",
  "parameters",
  "outputSchema",
  "execute",
  "handler",
];

type Entries = ReadonlyMap<string, NodeId>;

/** Adds an item where `node` describes one; `owner` where what it stands in already says so. */
export function readRecordItem(reading: Reading, node: NodeId, owner?: SurfaceOwner): void {
  if (reading.claimed.has(node)) return;
  if (!owner && !mayDescribe(reading.tree, node)) return;
  const entries = entriesOf(reading, node);
  const kind = owner ?? ownerOf(reading, { node, entries });
  if (kind === undefined) return;
  const name = shownText(reading, entries.get("name"), "name");
  if (!name && !owner && !isName(reading.tree, entries.get("name"))) return;
  reading.claimed.add(node);
  const draft = draftItem(reading, kind, node);
  addText(draft, name, { role: "name" });
  readRecordTexts(draft, entries);
  finishItem(draft);
}

/** Title, description and parameters of a record. */
export function readRecordTexts(draft: Draft, entries: Entries): void {
  const { reading } = draft;
  addText(draft, titleOf(reading, entries), { role: "title" });
  describe(draft, entries.get("description"), { depth: 0 });
  if (draft.owner === "prompt") readPromptArguments(draft, entries.get("arguments"));
  for (const key of SCHEMA_KEYS) {
    const schema = entries.get(key);
    if (schema === undefined) continue;
    readSchema(draft, schema, { depth: 0 });
    // A parameter table of that shape is no tool of its own.
    reading.claimed.add(resolveValue(reading, schema));
  }
}

export function titleOf(reading: Reading, entries: Entries): MappedText | undefined {
  const title = shownText(reading, entries.get("title"));
  const annotations = entries.get("annotations");
  if (title || annotations === undefined) return title;
  return shownText(reading, entriesOf(reading, resolveValue(reading, annotations)).get("title"));
}

/** `[{ name, description }]`. */
export function readPromptArguments(draft: Draft, node: NodeId | undefined): void {
  const { reading } = draft;
  if (node === undefined) return;
  const list = resolveValue(reading, node);
  if (!/^(?:array|list)$/.test(reading.tree.kind(list))) return;
  for (const element of reading.tree.children(list)) {
    const entries = entriesOf(reading, resolveValue(reading, element));
    const name = shownText(reading, entries.get("name"), "name");
    addText(draft, name, { role: "parameter" });
    describe(draft, entries.get("description"), { parameter: name?.text ?? "", depth: 1 });
  }
}

/** A cheap look at a record's own keys, since most records of a file describe nothing. */
function mayDescribe(tree: SyntaxTree, node: NodeId): boolean {
  let named = false;
  let described = false;
  for (const child of tree.children(node)) {
    const key = tree.child(child, "key") ?? (SHORTHAND.has(tree.kind(child)) ? child : undefined);
    if (key === undefined) continue;
    const { start, end } = tree.span(key);
    if (end - start > MAX_KEY_LENGTH) continue;
    const text = tree.text.slice(start, end).replace(/^["']|["']$/g, "");
    named ||= text === "name" || text === "uri" || text === "uriTemplate";
    described ||= text === "description" || text === "mimeType" || text === "title" ||
      text === "arguments" || TOOL_KEYS.includes(text);
  }
  return named && described;
}

const SHORTHAND = new Set(["shorthand_property_identifier"]);
const MAX_KEY_LENGTH = 16;

function ownerOf(
  reading: Reading,
  { node, entries }: { node: NodeId; entries: Entries },
): SurfaceOwner | undefined {
  const { tree } = reading;
  const has = (key: string): boolean => entries.has(key);
  if ((has("uri") || has("uriTemplate")) && has("name")) {
    return has("description") || has("mimeType") || has("title") ? "resource" : undefined;
  }
  if (!has("name")) return undefined;
  if (has("description") && TOOL_KEYS.some(has)) return "tool";
  const arguments_ = entries.get("arguments");
  if (arguments_ !== undefined) {
    const list = resolveValue(reading, arguments_);
    if (/^(?:array|list)$/.test(tree.kind(list)) && listsRecords(reading, list)) return "prompt";
  }
  return listOwner(tree, node);
}

function listsRecords({ tree }: Reading, list: NodeId): boolean {
  const first = tree.firstChild(list);
  return first === undefined || isRecord(tree, first) || tree.kind(first) === "call";
}

const LISTS: Readonly<Record<string, SurfaceOwner>> = {
  tools: "tool",
  prompts: "prompt",
  resources: "resource",
  resourceTemplates: "resource",
};

/** What `{ tools: [{…}] }` holds, for records that say no more than a name and a description. */
function listOwner(tree: SyntaxTree, node: NodeId): SurfaceOwner | undefined {
  const list = tree.parent(node);
  if (list === undefined || !/^(?:array|list)$/.test(tree.kind(list))) return undefined;
  const pair = tree.parent(list);
  const key = pair === undefined ? undefined : tree.child(pair, "key");
  const name = key === undefined ? undefined : keyText(tree, key);
  return name !== undefined && Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
}

/** A name that the file does not resolve, unlike a schema for a parameter called `name`. */
function isName(tree: SyntaxTree, node: NodeId | undefined): boolean {
  return node !== undefined && /identifier$|^member_expression$|^attribute$/.test(tree.kind(node));
}
