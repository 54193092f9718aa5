// Text to tree. Parsing is bounded by counted steps, never by the clock, so that the same text
// gives the same tree everywhere (memory is the last resort); what a bound cuts is parsed up to
// there, and the tree says so.

import type { Parser, Tree, TreeCursor } from "web-tree-sitter";
import type { Language } from "../core/mod.ts";
import { blankRuns } from "./blank_runs.ts";
import { memoryTaken, parserFor } from "./grammar.ts";
import { ERROR_ID, SyntaxTree, type TreeArrays } from "./tree.ts";

/**
 * Parser steps a file may take; the parser reports every hundred. Ordinary code takes 0.2 to 0.9
 * steps a character and minified code 1.6, so bundles of two megabytes are parsed as a whole.
 */
const MAX_REPORTED_STEPS = 40_000;
/** Units of text a parse looks at. */
const MAX_PARSED_LENGTH = 3 * 1024 * 1024;
/**
 * Bytes of memory that one parse may add, and those that tree-sitter may take at all, of the two
 * gigabytes it can have. Only the recovery from endless errors comes near them.
 */
const MAX_MEMORY_ADDED = 512 * 1024 ** 2;
const MAX_MEMORY = 1536 * 1024 ** 2;

export interface ParseBounds {
  readonly maxReportedSteps?: number;
  readonly maxLength?: number;
}

/** Parses `text`. A tree with `cutAt` set covers the text up to that offset only. */
export async function parse(
  source: { language: Language; text: string },
  bounds: ParseBounds = {},
): Promise<SyntaxTree> {
  const parser = await parserFor(source.language);
  const { text } = source;
  const maxLength = bounds.maxLength ?? MAX_PARSED_LENGTH;
  const maxSteps = bounds.maxReportedSteps ?? MAX_REPORTED_STEPS;

  const parsable = blankRuns(source);
  let end = Math.min(text.length, maxLength);
  let parsed = parseWithin(parser, parsable.slice(0, end), maxSteps);
  while (!parsed.tree) {
    // Half of what the steps reached, so that the second try is certain to need fewer.
    end = Math.min(parsed.reached, end) >> 1;
    parsed = parseWithin(parser, parsable.slice(0, end), maxSteps);
  }
  try {
    const { arrays, errors } = flatten(parsed.tree, parser);
    return new SyntaxTree(source, arrays, { errors, cutAt: end < text.length ? end : undefined });
  } finally {
    parsed.tree.delete();
  }
}

function parseWithin(
  parser: Parser,
  text: string,
  maxSteps: number,
): { tree: Tree | null; reached: number } {
  let steps = 0;
  let reached = 0;
  const before = memoryTaken();
  const tree = parser.parse(text, null, {
    progressCallback: (state) => {
      reached = state.currentOffset;
      return ++steps > maxSteps || isTooMuch(before);
    },
  });
  // A cancelled parser would go on with the old text at its next call.
  if (!tree) parser.reset();
  return { tree, reached };
}

function isTooMuch(before: number): boolean {
  const now = memoryTaken();
  return now > before && (now - before > MAX_MEMORY_ADDED || now > MAX_MEMORY);
}

function flatten(tree: Tree, parser: Parser): { arrays: TreeArrays; errors: number } {
  const language = parser.language!;
  const room = tree.rootNode.descendantCount;
  const kinds = new Uint16Array(room);
  const fields = new Uint16Array(room);
  const starts = new Uint32Array(room);
  const ends = new Uint32Array(room);
  const parents = new Int32Array(room);
  const nexts = new Uint32Array(room);
  let size = 0;
  let errors = 0;
  /** Kept nodes on the way from the root; -1 for a node that is not kept. */
  const open: number[] = [];
  let parent = -1;

  const enter = (cursor: TreeCursor): void => {
    if (cursor.nodeTypeId === ERROR_ID || cursor.nodeIsMissing) errors++;
    const field = cursor.currentFieldId;
    if (!field && !cursor.nodeIsNamed) {
      open.push(-1);
      return;
    }
    kinds[size] = cursor.nodeTypeId;
    fields[size] = field;
    starts[size] = cursor.startIndex;
    ends[size] = cursor.endIndex;
    parents[size] = parent;
    open.push(size);
    parent = size++;
  };
  const leave = (): void => {
    const node = open.pop()!;
    if (node < 0) return;
    nexts[node] = size;
    parent = parents[node]!;
  };

  const cursor = tree.walk();
  enter(cursor);
  let depth = 1;
  while (depth > 0) {
    if (cursor.gotoFirstChild()) {
      enter(cursor);
      depth++;
      continue;
    }
    leave();
    depth--;
    while (depth > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      leave();
      depth--;
    }
    if (depth > 0) {
      enter(cursor);
      depth++;
    }
  }
  cursor.delete();
  return {
    arrays: {
      size,
      kinds,
      fields,
      starts,
      ends,
      parents,
      nexts,
      kindNames: language.types,
      fieldNames: language.fields,
    },
    errors,
  };
}
