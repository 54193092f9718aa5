// TOML to the tree that JSON is read into, with the place of each value.

import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { JsonNode, ParsedJson } from "./json.ts";

/** Units of a text that are read; no configuration is longer. */
const MAX_TEXT = 1024 * 1024;
const MAX_NESTING = 200;
/** Times that the text before an error is read, as that may end in the middle of a value. */
const MAX_TRIES = 4;

/** Where the text is malformed, what stands before the fault. */
export function parseToml(text: string): ParsedJson {
  if (text.length > MAX_TEXT) return { malformed: `TOML longer than ${MAX_TEXT} characters` };
  let malformed: string | undefined;
  let readable = text;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const root = treeOf(parseTOML(readable));
      return { root, ...(malformed !== undefined && { malformed }) };
    } catch (error) {
      // The parser recurses.
      if (error instanceof RangeError) return { malformed: TOO_DEEP };
      if (!(error instanceof ParseError)) throw error;
      malformed ??= `Invalid TOML at ${error.lineNumber}:${error.column + 1}`;
      readable = readable.slice(0, readable.lastIndexOf("\n", error.index - 1) + 1);
    }
  }
  return { malformed: malformed! };
}

const TOO_DEEP = `Nested deeper than ${MAX_NESTING} levels`;

/** A table or a list while it is being put together. */
interface Table extends JsonNode {
  readonly type: "object" | "array";
  readonly children: JsonNode[];
}

/** The properties of each table by name, so that a table with many is not searched. */
type Known = Map<Table, Map<string, JsonNode>>;

function treeOf({ body: [top] }: AST.TOMLProgram): JsonNode {
  const [start, end] = top.range;
  const root: Table = { type: "object", offset: start, length: end - start, children: [] };
  const known: Known = new Map();
  for (const entry of top.body) {
    if (entry.type === "TOMLKeyValue") addPair(root, entry, known);
    else {
      const keys = entry.key.keys.map(nameOf);
      const table = tableAt(root, keys, {
        known,
        isItem: entry.kind === "array",
        range: entry.range,
      });
      for (const pair of entry.body) if (table) addPair(table, pair, known);
    }
  }
  return root;
}

/** The table of a header; each header of a list's table starts an item of its own. */
function tableAt(
  root: Table,
  keys: readonly JsonNode[],
  { known, isItem, range: [start, end] }: { known: Known; isItem: boolean; range: AST.Range },
): Table | undefined {
  const outer = inner(root, isItem ? keys.slice(0, -1) : keys, known);
  if (!isItem || !outer) return outer;
  const key = keys.at(-1)!;
  const list = childOf(outer, key, { known, type: "array" });
  if (list?.type !== "array") return undefined;
  const item: Table = { type: "object", offset: start, length: end - start, children: [] };
  list.children.push(item);
  return item;
}

function addPair(table: Table, { key, value }: AST.TOMLKeyValue, known: Known): void {
  const keys = key.keys.map(nameOf);
  const outer = inner(table, keys.slice(0, -1), known);
  if (!outer) return;
  const name = keys.at(-1)!;
  const node = valueOf(value, 0);
  if (node) add(outer, { key: name, node, known });
}

/** The table that a dotted key leads to; of a list of tables its last. */
function inner(table: Table, keys: readonly JsonNode[], known: Known): Table | undefined {
  let at: Table | undefined = table;
  for (const key of keys.length > MAX_NESTING ? [] : keys) {
    const next: Table | undefined = at && childOf(at, key, { known, type: "object" });
    at = next?.type === "array" ? next.children.at(-1) as Table | undefined : next;
  }
  return at;
}

function childOf(
  table: Table,
  key: JsonNode,
  { known, type }: { known: Known; type: Table["type"] },
): Table | undefined {
  const name = String(key.value);
  const found = known.get(table)?.get(name);
  if (found) return found.children ? found as Table : undefined;
  const child: Table = { type, offset: key.offset, length: key.length, children: [] };
  add(table, { key, node: child, known });
  return child;
}

function add(
  table: Table,
  { key, node, known }: { key: JsonNode; node: JsonNode; known: Known },
): void {
  let names = known.get(table);
  if (!names) known.set(table, names = new Map());
  names.set(String(key.value), node);
  const length = Math.max(node.offset + node.length - key.offset, key.length);
  table.children.push({ type: "property", offset: key.offset, length, children: [key, node] });
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): JsonNode {
  const [start, end] = key.range;
  return key.type === "TOMLBare"
    ? string(key.name, { start, end, quotes: 0 })
    : string(key.value, { start, end, quotes: 1 });
}

function string(
  value: string,
  { start, end, quotes }: { start: number; end: number; quotes: number },
): JsonNode {
  const place = { offset: start, length: end - start };
  return { type: "string", value, ...place, inner: { start: start + quotes, end: end - quotes } };
}

function valueOf(node: AST.TOMLContentNode, depth: number): JsonNode | undefined {
  if (depth > MAX_NESTING) return undefined;
  const [start, end] = node.range;
  const place = { offset: start, length: end - start };
  switch (node.type) {
    case "TOMLArray":
      return {
        type: "array",
        ...place,
        children: node.elements.flatMap((each) => valueOf(each, depth + 1) ?? []),
      };
    case "TOMLInlineTable": {
      const table: Table = { type: "object", ...place, children: [] };
      const known: Known = new Map();
      for (const pair of node.body) {
        const keys = pair.key.keys.map(nameOf);
        const outer = inner(table, keys.slice(0, -1), known);
        const value = valueOf(pair.value, depth + 1);
        if (outer && value) add(outer, { key: keys.at(-1)!, node: value, known });
      }
      return table;
    }
    default:
      if (node.kind === "string") {
        const quotes = node.multiline ? 3 : 1;
        return string(node.value, { start, end, quotes });
      }
      return node.kind === "boolean"
        ? { type: "boolean", value: node.value, ...place }
        : { type: "number", value: String(node.value), ...place };
  }
}
