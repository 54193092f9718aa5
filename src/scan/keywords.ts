// Which words stand in a text. Rules ask for hundreds of them, so each three units in a row are
// noted once: a word with three that do not occur is out without a search.

/** Bits that a unit moves up for the next; three of them are a place. Long texts need more places. */
const SHIFTS = { short: 5, long: 6 };
const SHORT_TEXT = 64 * 1024;

/** A word as texts are asked for it. */
interface Word {
  /** Its number among all words that were ever asked for. */
  readonly id: number;
  readonly text: string;
  /** Where the threes of a text that holds it are noted. */
  readonly short: Int32Array;
  readonly long: Int32Array;
}

const words = new Map<string, Word>();
const lists = new WeakMap<readonly string[], readonly Word[]>();

function wordOf(text: string): Word {
  let word = words.get(text);
  if (!word) {
    const short = placesOf(text, SHIFTS.short);
    words.set(text, word = { id: words.size, text, short, long: placesOf(text, SHIFTS.long) });
  }
  return word;
}

/** Of each three units of the word; others may share a place. */
function placesOf(word: string, shift: number): Int32Array {
  const places: number[] = [];
  const mask = (1 << (3 * shift)) - 1;
  let place = 0;
  for (let at = 0; at < word.length; at++) {
    place = ((place << shift) ^ word.charCodeAt(at)) & mask;
    if (at >= 2) places.push(place);
  }
  return Int32Array.from(places);
}

export class Keywords {
  readonly #text: string;
  /** By number of a word: 1 where it does not occur, 2 where it does. */
  #known = new Uint8Array(words.size);
  #threes: Uint8Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where one of the words occurs, as it is written. */
  hasOneOf(asked: readonly string[]): boolean {
    let list = lists.get(asked);
    if (!list) lists.set(asked, list = asked.map(wordOf));
    for (const word of list) {
      const known = this.#known[word.id];
      if (known === 2 || known !== 1 && this.#has(word)) return true;
    }
    return false;
  }

  #has(word: Word): boolean {
    const has = this.#mayHave(word) && this.#text.includes(word.text);
    if (word.id >= this.#known.length) {
      const known = new Uint8Array(words.size);
      known.set(this.#known);
      this.#known = known;
    }
    this.#known[word.id] = has ? 2 : 1;
    return has;
  }

  #mayHave({ short, long }: Word): boolean {
    const threes = this.#threes ??= threesOf(this.#text);
    const places = this.#text.length < SHORT_TEXT ? short : long;
    for (let i = 0; i < places.length; i++) if (threes[places[i]!] === 0) return false;
    return true;
  }
}

function threesOf(text: string): Uint8Array {
  const shift = text.length < SHORT_TEXT ? SHIFTS.short : SHIFTS.long;
  const threes = new Uint8Array(1 << (3 * shift));
  const mask = threes.length - 1;
  let place = 0;
  // What the first two units give is no three; a place too many costs a search at most.
  for (let at = 0; at < text.length; at++) {
    place = ((place << shift) ^ text.charCodeAt(at)) & mask;
    threes[place] = 1;
  }
  return threes;
}
