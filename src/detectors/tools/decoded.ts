// What a text hides in encodings, as plain texts of their own, layer by layer.

import { verbatim } from "../../core/mod.ts";
import { decodeRun, ENCODINGS } from "./encodings.ts";
import { type PlainText, plainText } from "./surface_text.ts";
import type { Span } from "../../core/mod.ts";

/** A stretch of the text that stands for something else. */
export interface Decoded extends Span {
  readonly name: string;
  readonly plain: PlainText;
}

/** Encodings within encodings. */
export const MAX_DEPTH = 3;
/** Stretches of one text that are decoded. */
const MOST_RUNS = 200;

export function decodedParts(text: string): Decoded[] {
  const parts: Decoded[] = [];
  let budget = MOST_RUNS;
  for (const { name, expression } of ENCODINGS) {
    for (const { 0: run, index } of text.matchAll(expression)) {
      if (budget-- <= 0) return parts;
      for (const layer of layersOf(run, name)) {
        const plain = plainText(verbatim(layer, 0));
        parts.push({ name, plain, start: index, end: index + run.length });
      }
    }
  }
  return parts;
}

function layersOf(run: string, name: string): string[] {
  const layers: string[] = [];
  let open = decodeRun(run, name);
  for (let depth = 0; depth < MAX_DEPTH && open !== undefined; depth++) {
    layers.push(open);
    open = nextLayer(open);
  }
  return layers;
}

function nextLayer(text: string): string | undefined {
  for (const { name, expression } of ENCODINGS) {
    const [hit] = text.matchAll(expression);
    const decoded = hit && decodeRun(hit[0], name);
    if (decoded !== undefined && decoded !== text) return decoded;
  }
  return undefined;
}
