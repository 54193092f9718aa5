// JSON with comments to a tree that knows its places. The parser recurses, so nesting is bounded
// before it runs.

import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { lineStarts, positionAt, type Span } from "../core/mod.ts";
import { nestingDepth } from "./nesting.ts";

/** A value or property of JSON; TOML and YAML are read into the same shape. */
export interface JsonNode {
  readonly type: "object" | "array" | "property" | "string" | "number" | "boolean" | "null";
  readonly value?: unknown;
  readonly offset: number;
  readonly length: number;
  /** Properties of an object, items of a list, key and value of a property. */
  readonly children?: readonly JsonNode[];
  /** A string's place without its quotes, where these are other than one `"` on each side. */
  readonly inner?: Span;
}

/** Configurations and notebooks nest some six levels. */
const MAX_NESTING = 200;

export interface ParsedJson {
  /** What could be read, also where the text is malformed; nothing where it nests too deep. */
  readonly root?: JsonNode;
  /** What is wrong with the text, and where; holds nothing of the text itself. */
  readonly malformed?: string;
}

export function parseJson(text: string): ParsedJson {
  if (nestingDepth(text) > MAX_NESTING) return { malformed: TOO_DEEP };
  const errors: ParseError[] = [];
  let root: JsonNode | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    // Comments can hide brackets from the count above.
    if (error instanceof RangeError) return { malformed: TOO_DEEP };
    throw error;
  }
  const [first] = errors;
  return {
    ...(root && { root }),
    ...(first && { malformed: describe(text, first) }),
  };
}

const TOO_DEEP = `Nested deeper than ${MAX_NESTING} levels`;

function describe(text: string, error: ParseError): string {
  const { line, column } = positionAt(lineStarts(text), error.offset);
  // `CommaExpected`
  const words = printParseErrorCode(error.error).replace(/[A-Z]/g, (letter) => ` ${letter}`);
  return `Invalid JSON at ${line}:${column}:${words.toLowerCase()}`;
}

/** The value of an object's key; of equal keys the last, as JSON parsers take it. */
export function jsonValue(object: JsonNode | undefined, key: string): JsonNode | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.findLast((property) => property.children?.[0]?.value === key)
    ?.children?.[1];
}
