// YAML to the tree that JSON is read into, with the place of each value. Aliases and merge keys
// are followed within a counted number of nodes, so that no document grows beyond its text.

import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
import type { Document, Node, Pair, Scalar } from "yaml";
import type { JsonNode, ParsedJson } from "./json.ts";

/** Units of a text that are read; no configuration is longer. */
const MAX_TEXT = 1024 * 1024;
const MAX_DOCUMENTS = 20;
const MAX_NESTING = 200;
/** Nodes of a document with all its aliases followed. */
const MAX_NODES = 200_000;

const NOT_CAPABLE =
  "YAML is read by a library that needs --allow-env=LOG_TOKENS,LOG_STREAM, which is not granted";

/** The documents of a text: the one, or a list of several. */
export function parseYaml(text: string): ParsedJson {
  if (text.length > MAX_TEXT) return { malformed: `YAML longer than ${MAX_TEXT} characters` };
  const lines = new LineCounter();
  let documents: Document.Parsed[];
  try {
    documents = [...parseAllDocuments(text, {
      lineCounter: lines,
      logLevel: "silent",
      prettyErrors: false,
      strict: false,
      uniqueKeys: false,
    })];
  } catch (error) {
    // The parser's composer recurses.
    if (error instanceof RangeError) return { malformed: TOO_DEEP };
    // The parser looks for two switches of its own in the environment.
    if (error instanceof Error && error.name === "NotCapable") return { malformed: NOT_CAPABLE };
    throw error;
  }
  const reading: Reading = { anchors: new Map(), left: MAX_NODES, trouble: undefined };
  const roots = documents.slice(0, MAX_DOCUMENTS).flatMap(({ contents }) => {
    reading.anchors.clear();
    return contents ? read(contents, 0, reading) ?? [] : [];
  });
  const [error] = documents.flatMap(({ errors }) => errors.slice(0, 1));
  // How deep the composer gets depends on the stack, so what it read there does not count.
  if (reading.trouble === TOO_DEEP || error?.code === "RESOURCE_EXHAUSTION") {
    return { malformed: TOO_DEEP };
  }
  const root = roots.length > 1 ? listOf(roots) : roots[0];
  const malformed = error ? describe(lines, error) : reading.trouble;
  return { ...(root && { root }), ...(malformed !== undefined && { malformed }) };
}

const TOO_DEEP = `Nested deeper than ${MAX_NESTING} levels`;
const TOO_LARGE = `More than ${MAX_NODES} values, aliases included`;

/** The message of an error may quote the text; its code does not. */
function describe(lines: LineCounter, error: { code: string; pos: [number, number] }): string {
  const { line, col } = lines.linePos(error.pos[0]);
  return `Invalid YAML at ${line}:${col}: ${error.code.toLowerCase().replaceAll("_", " ")}`;
}

interface Reading {
  readonly anchors: Map<string, Node>;
  /** Nodes that may still be made. */
  left: number;
  trouble: string | undefined;
}

function read(node: unknown, depth: number, reading: Reading): JsonNode | undefined {
  if (reading.left-- <= 0) return stopped(reading, TOO_LARGE);
  if (depth > MAX_NESTING) return stopped(reading, TOO_DEEP);
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    return target && read(target, depth + 1, reading);
  }
  if (isScalar(node)) return remember(node, reading) && scalar(node);
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => read(item, depth + 1, reading) ?? []);
    remember(node, reading);
    return { type: "array", ...placeOf(node), children: items };
  }
  if (!isMap(node)) return undefined;
  const merged: JsonNode[] = [];
  const own: JsonNode[] = [];
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    if (isScalar(pair.key) && pair.key.value === "<<") merge(pair, { merged, depth, reading });
    else own.push(...property(pair, depth, reading));
  }
  remember(node, reading);
  // Of equal keys the last counts, and a mapping's own go before those it takes over.
  return { type: "object", ...placeOf(node), children: [...merged, ...own] };
}

function stopped(reading: Reading, trouble: string): undefined {
  reading.trouble ??= trouble;
  return undefined;
}

/** Only what is complete can be pointed at, so no alias leads into itself. */
function remember(node: Node, { anchors }: Reading): true {
  if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
  return true;
}

function property(pair: Pair, depth: number, reading: Reading): JsonNode[] {
  const key = isScalar(pair.key) ? scalar(pair.key) : undefined;
  const value = pair.value === null ? undefined : read(pair.value, depth + 1, reading);
  if (!key || !value) return [];
  const length = value.offset + value.length - key.offset;
  return [{ type: "property", offset: key.offset, length, children: [key, value] }];
}

function merge(
  pair: Pair,
  { merged, depth, reading }: { merged: JsonNode[]; depth: number; reading: Reading },
): void {
  const value = read(pair.value, depth + 1, reading);
  const sources = value?.type === "array" ? value.children ?? [] : value ? [value] : [];
  // The first of several counts.
  for (const { type, children } of [...sources].reverse()) {
    if (type === "object") { for (const child of children ?? []) merged.push(child); }
  }
}

function scalar(node: Scalar): JsonNode {
  const place = placeOf(node);
  const { value, type } = node;
  if (typeof value === "boolean") return { type: "boolean", value, ...place };
  if (typeof value === "number" || typeof value === "bigint") {
    return { type: "number", value: String(value), ...place };
  }
  if (value === null || value === undefined) return { type: "null", value: null, ...place };
  const quotes = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE" ? 1 : 0;
  const end = place.offset + place.length;
  const inner = {
    start: Math.min(place.offset + quotes, end),
    end: Math.max(end - quotes, place.offset),
  };
  return { type: "string", value: String(value), ...place, inner };
}

function placeOf({ range }: Node): { offset: number; length: number } {
  const [start, end] = range ?? [0, 0];
  return { offset: start, length: end - start };
}

function listOf(roots: readonly JsonNode[]): JsonNode {
  const last = roots.at(-1)!;
  return { type: "array", offset: 0, length: last.offset + last.length, children: roots };
}
