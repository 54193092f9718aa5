// Finds words of many languages in one walk over a text, and tells which concept each stands for:
// "never" and 「ないで」 are both `not`. A tree of letters, so that the cost is the text's length
// times that of the longest word, whatever the text.

import type { Span } from "../../core/mod.ts";
import { foldLetters } from "./fold.ts";

/** Concept → words, parted by `|`; `*` at the end stands for any letters that follow. */
export type Words = Readonly<Record<string, string>>;

/** A language's words, and whether it writes without spaces between them. */
export interface Language {
  readonly code: string;
  readonly words: Words;
  readonly spaceless?: boolean;
}

/** A word found in a text. */
export interface Hit extends Span {
  readonly concept: string;
  /** The language's code; `*` for what every language writes alike. */
  readonly language: string;
}

interface Meaning {
  readonly concept: string;
  readonly language: string;
  readonly isStem: boolean;
  readonly inside: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly meanings: Meaning[];
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

export class Lexicon {
  readonly #root: Node = { next: new Map(), meanings: [] };

  constructor(languages: readonly Language[]) {
    for (const language of languages) {
      for (const [concept, words] of Object.entries(language.words)) {
        for (const word of words.split("|")) this.#add(word, concept, language);
      }
    }
  }

  #add(written: string, concept: string, { code, spaceless = false }: Language): void {
    const isStem = written.endsWith("*");
    const word = foldLetters(isStem ? written.slice(0, -1) : written);
    let node = this.#root;
    for (const unit of word) {
      let next = node.next.get(unit);
      if (!next) node.next.set(unit, next = { next: new Map(), meanings: [] });
      node = next;
    }
    node.meanings.push({ concept, language: code, isStem, inside: spaceless });
  }

  /**
   * Words of the text, in the order in which they start. Where `loose` is set, words of four
   * letters and more are also found within others, as where the spaces of a text are lost.
   */
  find(text: string, { loose = false } = {}): Hit[] {
    const hits: Hit[] = [];
    let afterLetter = false;
    for (let start = 0; start < text.length;) {
      const first = String.fromCodePoint(text.codePointAt(start)!);
      this.#findAt(text, start, { afterLetter, loose, hits });
      afterLetter = LETTER.test(first);
      start += first.length;
    }
    return hits;
  }

  #findAt(
    text: string,
    start: number,
    { afterLetter, loose, hits }: { afterLetter: boolean; loose: boolean; hits: Hit[] },
  ): void {
    let node: Node | undefined = this.#root;
    for (let at = start; at < text.length;) {
      const unit = String.fromCodePoint(text.codePointAt(at)!);
      node = node.next.get(unit);
      if (!node) return;
      at += unit.length;
      if (node.meanings.length === 0) continue;
      const beforeLetter = at < text.length &&
        LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
      for (const { concept, language, isStem, inside } of node.meanings) {
        const free = inside || (loose && at - start >= FEWEST_LOOSE);
        if (!free && (afterLetter || (beforeLetter && !isStem))) continue;
        const end = isStem && !inside ? endOfWord(text, at) : at;
        hits.push({ concept, language, start, end });
      }
    }
  }
}

const FEWEST_LOOSE = 4;
/** Letters that a stem may be followed by. */
const LONGEST_ENDING = 24;

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_ENDING && LETTER.test(text[end]!)) end++;
  return end;
}
