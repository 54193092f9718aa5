// A text as signals are looked for in it: its plain form, and each word that stands for a concept.

import type { MappedText, Span } from "../../core/mod.ts";
import { type Hit, Lexicon } from "./lexicon.ts";
import { type PlainText, plainText } from "./surface_text.ts";
import { LANGUAGES } from "./words/languages.ts";
import { SHAPES } from "./words/shapes.ts";
import { sentenceEnds } from "./sentences.ts";

export interface Analysis {
  readonly plain: PlainText;
  /** By concept, in the order in which they start. */
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
  /** Where the sentence that holds the place ends. */
  readonly endOfSentence: (at: number) => number;
  readonly startOfSentence: (at: number) => number;
}

/** Concepts of one text; more are cut. */
const MOST_HITS = 20_000;
const NONE: readonly Hit[] = [];

const LEXICON = new Lexicon(LANGUAGES);
const known = new WeakMap<MappedText, Analysis>();

/** The analysis of a text, made once for all rules. */
export function analyse(value: MappedText): Analysis {
  let analysis = known.get(value);
  if (!analysis) known.set(value, analysis = analysePlain(plainText(value)));
  return analysis;
}

/** `loose` where the spaces of the text are lost. */
export function analysePlain(plain: PlainText, { loose = false } = {}): Analysis {
  const hits = new Map<string, Hit[]>();
  const add = (hit: Hit) => {
    const found = hits.get(hit.concept);
    if (found) found.push(hit);
    else hits.set(hit.concept, [hit]);
  };
  LEXICON.find(plain.text, { loose }).slice(0, MOST_HITS).forEach(add);
  for (const { concept, expression } of SHAPES) {
    for (const { index, 0: found } of plain.text.matchAll(expression)) {
      add({ concept, language: "*", start: index, end: index + found.length });
    }
  }
  const ends = [...new Set([...sentenceEnds(plain.text), ...plain.breaks])].sort((a, b) => a - b);
  return {
    plain,
    hits,
    endOfSentence: (at) => ends[upper(ends, at)] ?? plain.text.length,
    startOfSentence: (at) => {
      const before = ends[upper(ends, at - 1) - 1];
      return before === undefined ? 0 : before + 1;
    },
  };
}

export function hitsOf({ hits }: Analysis, concept: string): readonly Hit[] {
  return hits.get(concept) ?? NONE;
}

/** The first hit that starts at or behind the place. */
export function firstFrom(hits: readonly Span[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first number that is not smaller. */
function upper(numbers: readonly number[], at: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
