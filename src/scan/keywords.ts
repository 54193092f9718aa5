// Which words stand in a text. Rules ask for hundreds of them, so each three units in a row are
// noted once: a word with three that do not occur is out without a search.

/** Places for threes, by the length of the text; powers of two. */
const PLACES = { short: 1 << 14, long: 1 << 18 };
const SHORT_TEXT = 64 * 1024;

export class Keywords {
  readonly #text: string;
  readonly #known = new Map<string, boolean>();
  #threes: Uint8Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where one of the words occurs, as it is written. */
  hasOneOf(words: readonly string[]): boolean {
    for (const word of words) if (this.#has(word)) return true;
    return false;
  }

  #has(word: string): boolean {
    let known = this.#known.get(word);
    if (known === undefined) {
      this.#known.set(word, known = this.#mayHave(word) && this.#text.includes(word));
    }
    return known;
  }

  #mayHave(word: string): boolean {
    const threes = this.#threes ??= threesOf(this.#text);
    const mask = threes.length - 1;
    for (let at = 2; at < word.length; at++) {
      if (threes[threeAt(word, at) & mask] === 0) return false;
    }
    return true;
  }
}

function threesOf(text: string): Uint8Array {
  const threes = new Uint8Array(text.length < SHORT_TEXT ? PLACES.short : PLACES.long);
  const mask = threes.length - 1;
  let before = text.charCodeAt(0);
  let last = text.charCodeAt(1);
  for (let at = 2; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    threes[mixed(before, last, unit) & mask] = 1;
    before = last;
    last = unit;
  }
  return threes;
}

/** Of the unit at `at` and the two before it; others may share the place. */
function threeAt(text: string, at: number): number {
  return mixed(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at));
}

function mixed(a: number, b: number, c: number): number {
  const all = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return all ^ (all >>> 15);
}
