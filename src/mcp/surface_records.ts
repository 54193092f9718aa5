// What every language says of an item in the same words: name, title, description, instructions,
// schemas and arguments, under keys of one table, whatever holds them.

import type { MappedText, SurfaceOwner } from "../core/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId } from "../syntax/mod.ts";
import { forEachChoice } from "./choices.ts";
import { isList, isRecord, keyText } from "./expressions.ts";
import {
  addParameter,
  addText,
  type Draft,
  draftItem,
  type Entries,
  finishItem,
  type Reading,
} from "./reading.ts";
import { readSchema } from "./schema_texts.ts";
import { describe, nodesOf, shownText, type Values } from "./shown_text.ts";
import { handlerOf, readHints, truthOf } from "./tool_facts.ts";
import { entriesOf, valuesOf } from "./values.ts";

const SCHEMA_KEYS = [
  "inputSchema",
  "input_schema",
  "parameters",
  "args_schema",
  "argsSchema",
  "paramsSchema",
  "schema",
];
const OUTPUT_KEYS = ["outputSchema", "output_schema"];
const HANDLER_KEYS = [
  "handler",
  "execute",
  "run",
  "call",
  "callback",
  "cb",
  "fn",
  "func",
  "handle",
];
const TOOL_KEYS = [
  "inputSchema",
  "input_schema",
  "parameters",
  "outputSchema",
  "execute",
  "handler",
];

/** What stands for a text that the entries do not give. */
export interface Fallbacks {
  readonly name?: MappedText | undefined;
  readonly description?: NodeId | undefined;
}

/** Adds an item where a record describes one; `owner` where what it stands in already says so. */
export function readRecordItem(reading: Reading, node: NodeId, owner?: SurfaceOwner): void {
  if (reading.claimed.has(node) || (!owner && !mayDescribe(reading.tree, node))) return;
  const entries = entriesOf(reading, node);
  const kind = owner ?? ownerOf(reading, { node, entries });
  if (kind === undefined) return;
  const names = nodesOf(entries.get("name"));
  const named = names.some((name) => isName(reading.tree, name)) ||
    shownText(reading, names, "name") !== undefined;
  if (!named && !owner) return;
  reading.claimed.add(node);
  forEachChoice(
    reading,
    names[0],
    () => readItem(reading, { owner: kind, node, entries: entriesOf(reading, node) }),
  );
}

/** An item whose texts all stand in `entries`. */
export function readItem(
  reading: Reading,
  { owner, node, entries }: { owner: SurfaceOwner; node: NodeId; entries: Entries },
): void {
  const draft = draftItem(reading, owner, node);
  readTexts(draft, entries);
  finishItem(draft);
}

/** Adds what the entries of an item say. */
export function readTexts(draft: Draft, entries: Entries, instead: Fallbacks = {}): void {
  const { reading, owner } = draft;
  const text = (key: string): MappedText | undefined => shownText(reading, entries.get(key));
  addText(draft, shownText(reading, entries.get("name"), "name") ?? instead.name, { role: "name" });
  addText(draft, text("title") ?? annotatedTitle(reading, entries), { role: "title" });
  addText(draft, text("description") ?? shownText(reading, instead.description), {
    role: "description",
  });
  if (owner === "server") {
    draft.version = shownText(reading, entries.get("version"), "name")?.text;
    addText(draft, text("instructions"), { role: "instructions" });
    if (entries.has("instructions") && draft.texts.at(-1)?.role !== "instructions") {
      draft.hidden.add("instructions");
    }
    return;
  }
  if (owner === "prompt") readArguments(draft, entries.get("arguments") ?? entries.get("args"));
  readSchemas(draft, SCHEMA_KEYS.flatMap((key) => nodesOf(entries.get(key))));
  draft.isOutput = true;
  readSchemas(draft, OUTPUT_KEYS.flatMap((key) => nodesOf(entries.get(key))));
  draft.isOutput = false;
  readFacts(draft, entries);
}

function readSchemas(draft: Draft, schemas: readonly NodeId[]): void {
  const { reading } = draft;
  for (const schema of schemas) {
    readSchema(draft, schema, { depth: 0 });
    // A parameter table of that shape is no tool of its own.
    for (const value of valuesOf(reading, schema)) reading.claimed.add(value);
  }
}

/** Hints, handler and address; and which texts are there but not known. */
function readFacts(draft: Draft, entries: Entries): void {
  const { reading, owner, texts } = draft;
  if (owner === "tool") readHints(draft, entries.get("annotations"));
  for (const key of HANDLER_KEYS) {
    const [handler] = nodesOf(entries.get(key));
    if (handler !== undefined) draft.handler ??= handlerOf(reading, handler);
  }
  if (owner === "resource") {
    const uri = entries.get("uri") ?? entries.get("uriTemplate") ?? entries.get("uRI") ??
      entries.get("uRITemplate");
    draft.uri ??= shownText(reading, uri, "name")?.text;
  }
  for (const role of ["name", "title", "description"] as const) {
    if (entries.has(role) && !texts.some((text) => text.role === role)) draft.hidden.add(role);
  }
}

function annotatedTitle(reading: Reading, entries: Entries): MappedText | undefined {
  const [annotations] = nodesOf(entries.get("annotations"));
  if (annotations === undefined) return undefined;
  return shownText(reading, entriesOf(reading, annotations).get("title"));
}

/** `[{ name, description }]`. */
function readArguments(draft: Draft, lists: Values): void {
  const { reading } = draft;
  for (const element of nodesOf(lists).flatMap((list) => elementsOf(reading, list))) {
    const entries = entriesOf(reading, element);
    const name = shownText(reading, entries.get("name"), "name");
    const [required] = entries.get("required") ?? [];
    addParameter(draft, name, {
      isTop: true,
      required: required === undefined ? undefined : truthOf(reading, required),
    });
    describe(draft, entries.get("description"), { parameter: name?.text ?? "", depth: 1 });
  }
}

function elementsOf(reading: Reading, node: NodeId): NodeId[] {
  const { tree } = reading;
  return valuesOf(reading, node).flatMap((list) =>
    isList(tree, list) || tree.kind(list) === "literal_value" ? [...tree.children(list)] : []
  );
}

/** A cheap look at a record's own keys, since most records of a file describe nothing. */
function mayDescribe(tree: LinkedTree, node: NodeId): boolean {
  let named = false;
  let described = false;
  for (const child of tree.children(node)) {
    const shorthand = tree.kind(child) === "shorthand_property_identifier";
    const key = tree.child(child, "key") ?? (shorthand ? child : undefined);
    if (key === undefined) continue;
    const text = tree.shortText(key, MAX_KEY_LENGTH).replace(/^["']|["']$/g, "");
    named ||= text === "name" || text === "uri" || text === "uriTemplate";
    described ||= text === "description" || text === "mimeType" || text === "title" ||
      text === "arguments" || TOOL_KEYS.includes(text);
  }
  return named && described;
}

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
  const lists = nodesOf(entries.get("arguments")).flatMap((list) => valuesOf(reading, list));
  if (lists.some((list) => isList(tree, list) && listsRecords(tree, list))) return "prompt";
  return listOwner(tree, node);
}

function listsRecords(tree: LinkedTree, list: NodeId): boolean {
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
function listOwner(tree: LinkedTree, node: NodeId): SurfaceOwner | undefined {
  const list = tree.parent(node);
  if (list === undefined || !isList(tree, list)) return undefined;
  const pair = tree.parent(list);
  const key = pair === undefined ? undefined : tree.child(pair, "key");
  const name = key === undefined ? undefined : keyText(tree, key);
  return name !== undefined && Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
}

/** A name that the file does not resolve, unlike a schema for a parameter called `name`. */
function isName(tree: LinkedTree, node: NodeId): boolean {
  return /identifier$|^member_expression$|^attribute$/.test(tree.kind(node));
}
