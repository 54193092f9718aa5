// Which words stand in a text. Rules ask for hundreds of them, so each pair of units in the text is
// noted once: a word with a pair that does not occur is out without a search.

const PAIRS = 1 << 16;

export class Keywords {
  readonly #text: string;
  readonly #known = new Map<string, boolean>();
  #pairs: Uint8Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where one of the words occurs, as it is written. */
  hasOneOf(words: readonly string[]): boolean {
    return words.some((word) => this.#has(word));
  }

  #has(word: string): boolean {
    let known = this.#known.get(word);
    if (known === undefined) {
      this.#known.set(word, known = this.#mayHave(word) && this.#text.includes(word));
    }
    return known;
  }

  #mayHave(word: string): boolean {
    const pairs = this.#pairs ??= pairsOf(this.#text);
    for (let at = 1; at < word.length; at++) {
      if (pairs[pairAt(word, at)] === 0) return false;
    }
    return true;
  }
}

function pairsOf(text: string): Uint8Array {
  const pairs = new Uint8Array(PAIRS);
  for (let at = 1; at < text.length; at++) pairs[pairAt(text, at)] = 1;
  return pairs;
}

/** Of the unit before `at` and the one there; units beyond Latin-1 share a place with others. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at - 1) & 0xff) << 8 | (text.charCodeAt(at) & 0xff);
}
