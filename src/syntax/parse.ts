// Text to tree. Parsing is bounded by counted steps and a fixed memory, never by the clock, so that
// the same text gives the same tree everywhere and after whatever came before; what a bound cuts is
// parsed up to there, and the tree says so.

import type { Tree } from "web-tree-sitter";
import type { Grammar } from "../core/mod.ts";
import { blankRuns } from "./blank_runs.ts";
import { type LoadedParser, parserFor } from "./grammar.ts";
import { SyntaxTree, type TreeArrays } from "./tree.ts";

/** Units of text a parse looks at. */
export const MAX_PARSED_LENGTH = 3 * 1024 * 1024;
/**
 * Reported steps, each a hundred of the parser's, that a text may take beyond one for every
 * `UNITS_PER_STEP` units: code takes one for 100 units, minified code for 64, and what has several
 * readings all along one for 20.
 */
const SPARE_STEPS = 10_000;
const UNITS_PER_STEP = 50;
/**
 * A step on the way out of an error costs as much as some twenty others. Code has next to none of
 * them, even where it is of another language than its name says.
 */
const ERROR_STEPS = 20;
/** Longer texts are parsed in clean memory; shorter ones never come near its end. */
const LONG_TEXT = 64 * 1024;

export interface ParseBounds {
  readonly spareSteps?: number;
  readonly maxLength?: number;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Parses `text`. A tree with `cutAt` set covers the text up to that offset only. Throws where the
 * parser fails on a text however short.
 */
export function parse(
  source: { language: Grammar; text: string },
  bounds: ParseBounds = {},
): Promise<SyntaxTree> {
  // One after the other, since all share one memory.
  const tree = turn.then(async () => parseNow(source, bounds, await parserFor(source.language)));
  turn = tree.catch(() => {});
  return tree;
}

function parseNow(
  source: { language: Grammar; text: string },
  { spareSteps = SPARE_STEPS, maxLength = MAX_PARSED_LENGTH }: ParseBounds,
  loaded: LoadedParser,
): SyntaxTree {
  const { text } = source;
  const parsable = blankRuns(source);
  let end = Math.min(text.length, maxLength);
  for (let attempt = 1;; attempt++) {
    const piece = parsable.slice(0, end);
    const clean = piece.length > LONG_TEXT;
    if (clean) loaded.engine.clear();
    const parsed = parseWithin(loaded, piece, spareSteps);
    if (clean) loaded.engine.restore();
    if (parsed.found) {
      const { arrays, errors } = parsed.found;
      return new SyntaxTree(source, arrays, { errors, cutAt: end < text.length ? end : undefined });
    }
    if (end === 0) throw new Error("The parser ran out of memory");
    // A half, a quarter, an eighth of what was reached, so that all attempts cost little more than
    // the first two.
    end = Math.min(parsed.reached, end) >> attempt;
  }
}

interface Parsed {
  readonly arrays: TreeArrays;
  readonly errors: number;
}

/** Kept for good: once collected, they would free addresses that others use by now. */
const lost: unknown[] = [];

/** `reached`: units of the text that were looked at before a bound was. */
function parseWithin(
  { parser, engine, names }: LoadedParser,
  text: string,
  spareSteps: number,
): { readonly found?: Parsed; readonly reached: number } {
  let steps = 0;
  let reached = 0;
  let tree: Tree | null = null;
  try {
    tree = parser.parse(text, null, {
      progressCallback: ({ currentOffset, hasError }) => {
        // It counts bytes of UTF-16.
        reached = currentOffset >> 1;
        steps += hasError ? ERROR_STEPS : 1;
        return steps > spareSteps + reached / UNITS_PER_STEP;
      },
    });
    if (tree) {
      const { arrays, errors } = engine.flatten(tree);
      tree.delete();
      return { found: { arrays: { ...arrays, ...names }, errors }, reached };
    }
    // A cancelled parser would go on with the old text at its next call.
    parser.reset();
  } catch (error) {
    lost.push(tree);
    engine.restore();
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  }
  return { reached };
}
