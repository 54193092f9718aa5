// Copies a tree out of the parser's memory, number by number from where the parser keeps it: a call
// into WASM for each fact of each node takes several times as long. The layout is that of the pinned
// version; a test holds every tree against the library's own cursor.

import { ERROR_ID, type TreeArrays } from "./tree.ts";

/** Places, in words of four bytes, of what is read of `TSTree`, `TSLanguage` and a subtree. */
const TREE = { root: 0, language: 2 };
const LANGUAGE = {
  symbols: 1,
  aliases: 2,
  productions: 7,
  fields: 8,
  aliasWidth: 9,
  fieldSlices: 16,
  fieldEntries: 17,
  symbolData: 18,
  publicSymbols: 19,
  aliasSequences: 21,
};
/** A subtree on the heap; its children lie before it. */
const SUBTREE = {
  padding: 1,
  size: 4,
  children: 9,
  symbol: 10,
  bits: 11,
  visibleChildren: 12,
  descendants: 14,
  production: 16,
};
/** Bytes of a child: a pointer to a subtree, or all of a small leaf, which the lowest bit tells. */
const CHILD = 8;
const INLINE = 1;
const INLINE_BITS = { visible: 1 << 1, named: 1 << 2, extra: 1 << 3, missing: 1 << 5 };
const HEAP_BITS = { visible: 1, named: 1 << 1, extra: 1 << 2, missing: 1 << 9 };

/** What a grammar says of its symbols and productions. */
interface GrammarTables {
  /** By symbol or alias. */
  readonly publicSymbols: Uint16Array;
  readonly isNamed: Uint8Array;
  /** By production and place in it. */
  readonly fields: Uint16Array;
  readonly fieldWidth: number;
  readonly aliases: Uint16Array;
  readonly aliasWidth: number;
}

export interface Flattened {
  readonly arrays: Omit<TreeArrays, "kindNames" | "fieldNames">;
  /** Nodes in error, or missing. */
  readonly errors: number;
}

/** Reads trees in one memory of fixed size. */
export class Flattener {
  readonly #words: Uint32Array;
  readonly #halves: Uint16Array;
  readonly #bytes: Uint8Array;
  /** By the grammar's address. */
  readonly #tables = new Map<number, GrammarTables>();

  constructor(memory: WebAssembly.Memory) {
    this.#words = new Uint32Array(memory.buffer);
    this.#halves = new Uint16Array(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** The named nodes, and those that stand in a field, of the tree at this address. */
  flatten(tree: number): Flattened {
    const words = this.#words;
    const grammar = words[(tree >> 2) + TREE.language]!;
    let tables = this.#tables.get(grammar);
    if (!tables) this.#tables.set(grammar, tables = this.#tablesOf(grammar));
    const { publicSymbols, isNamed, fields, fieldWidth, aliases, aliasWidth } = tables;

    const root = words[(tree >> 2) + TREE.root]! >> 2;
    const room = words[root + SUBTREE.descendants]! + 1;
    const kinds = new Uint16Array(room);
    const inFields = new Uint16Array(room);
    const starts = new Uint32Array(room);
    const ends = new Uint32Array(room);
    const parents = new Int32Array(room);
    const nexts = new Uint32Array(room);
    let size = 0;
    let errors = 0;

    // Of the subtree whose children are looked at. Its own node, if it is one that is kept:
    let owner = -1;
    let parent = -1;
    let child = tree + TREE.root * 4;
    let end = child + CHILD;
    let isFirst = true;
    /** Of the child, in bytes of UTF-16. */
    let at = words[root + SUBTREE.padding]!;
    let production = 0;
    /** Of the child among those that the production names. */
    let place = 0;
    /** The field that a subtree without a node of its own hands on to its children. */
    let inherited = 0;
    let isRoot = true;
    const around: number[] = [];

    for (;;) {
      if (child === end) {
        if (owner >= 0) nexts[owner] = size;
        if (around.length === 0) break;
        inherited = around.pop()!;
        place = around.pop()!;
        production = around.pop()!;
        at = around.pop()!;
        end = around.pop()!;
        child = around.pop()!;
        parent = around.pop()!;
        owner = around.pop()!;
        isFirst = false;
        continue;
      }
      const word = words[child >> 2]!;
      let subtree = 0;
      let symbol: number;
      let length: number;
      let count = 0;
      let isVisible: boolean;
      let isOwnNamed: boolean;
      let isExtra: boolean;
      let isMissing: boolean;
      if ((word & INLINE) !== 0) {
        const rest = words[(child >> 2) + 1]!;
        symbol = (word >>> 8) & 0xff;
        isVisible = (word & INLINE_BITS.visible) !== 0;
        isOwnNamed = (word & INLINE_BITS.named) !== 0;
        isExtra = (word & INLINE_BITS.extra) !== 0;
        isMissing = (word & INLINE_BITS.missing) !== 0;
        if (!isFirst) at += (rest >>> 16) & 0xff;
        length = rest >>> 24;
      } else {
        subtree = word >> 2;
        const bits = words[subtree + SUBTREE.bits]!;
        symbol = words[subtree + SUBTREE.symbol]! & 0xffff;
        isVisible = isRoot || (bits & HEAP_BITS.visible) !== 0;
        isOwnNamed = (bits & HEAP_BITS.named) !== 0;
        isExtra = (bits & HEAP_BITS.extra) !== 0;
        isMissing = (bits & HEAP_BITS.missing) !== 0;
        if (!isFirst) at += words[subtree + SUBTREE.padding]!;
        length = words[subtree + SUBTREE.size]!;
        count = words[subtree + SUBTREE.children]!;
      }
      isFirst = false;
      isRoot = false;
      let alias = 0;
      let field = 0;
      if (!isExtra) {
        if (production !== 0) {
          alias = aliases[production * aliasWidth + place] ?? 0;
          if (alias !== 0) isVisible = true;
        }
        field = place < fieldWidth ? fields[production * fieldWidth + place]! : 0;
        if (field === 0) field = inherited;
        place++;
      }
      const start = at;
      at += length;
      child += CHILD;

      let node = -1;
      if (isVisible) {
        const seen = alias === 0 ? symbol : alias;
        const kind = seen === ERROR_ID ? ERROR_ID : publicSymbols[seen]!;
        if (kind === ERROR_ID || isMissing) errors++;
        if (field !== 0 || (alias === 0 ? isOwnNamed : isNamed[alias] === 1)) {
          node = size++;
          kinds[node] = kind;
          inFields[node] = field;
          starts[node] = start >> 1;
          ends[node] = at >> 1;
          parents[node] = parent;
          nexts[node] = size;
        }
      }
      if (count === 0 || !isVisible && words[subtree + SUBTREE.visibleChildren] === 0) continue;
      around.push(owner, parent, child, end, at, production, place, inherited);
      owner = node;
      if (node >= 0) parent = node;
      end = subtree << 2;
      child = end - count * CHILD;
      at = start;
      production = words[subtree + SUBTREE.production]! >>> 16;
      place = 0;
      inherited = isVisible ? 0 : field;
      isFirst = true;
    }
    return { arrays: { size, kinds, fields: inFields, starts, ends, parents, nexts }, errors };
  }

  #tablesOf(grammar: number): GrammarTables {
    const words = this.#words;
    const at = grammar >> 2;
    const read = (field: number): number => words[at + field]!;
    const symbols = read(LANGUAGE.symbols) + read(LANGUAGE.aliases);
    const productions = read(LANGUAGE.productions);
    const aliasWidth = read(LANGUAGE.aliasWidth) & 0xffff;
    const isNamed = new Uint8Array(symbols);
    // Each is visible, named, a supertype: three bytes.
    const data = read(LANGUAGE.symbolData);
    for (let i = 0; i < symbols; i++) isNamed[i] = this.#bytes[data + 3 * i + 1]!;
    const halves = (address: number, length: number): Uint16Array =>
      this.#halves.slice(address >> 1, (address >> 1) + length);
    return {
      publicSymbols: halves(read(LANGUAGE.publicSymbols), symbols),
      isNamed,
      aliases: halves(read(LANGUAGE.aliasSequences), productions * aliasWidth),
      aliasWidth,
      ...this.#fieldsOf(grammar, productions),
    };
  }

  /** Each production has a slice of entries: the field, a place, and whether it is inherited. */
  #fieldsOf(
    grammar: number,
    productions: number,
  ): Pick<GrammarTables, "fields" | "fieldWidth"> {
    const at = grammar >> 2;
    if (this.#words[at + LANGUAGE.fields] === 0) {
      return { fields: new Uint16Array(0), fieldWidth: 0 };
    }
    const slices = this.#words[at + LANGUAGE.fieldSlices]! >> 1;
    const entries = this.#words[at + LANGUAGE.fieldEntries]!;
    const found: [production: number, place: number, field: number][] = [];
    let fieldWidth = 0;
    for (let production = 0; production < productions; production++) {
      const first = this.#halves[slices + 2 * production]!;
      const length = this.#halves[slices + 2 * production + 1]!;
      for (let i = first; i < first + length; i++) {
        const entry = entries + 4 * i;
        const place = this.#bytes[entry + 2]!;
        if (this.#bytes[entry + 3] !== 0) continue;
        found.push([production, place, this.#halves[entry >> 1]!]);
        fieldWidth = Math.max(fieldWidth, place + 1);
      }
    }
    const fields = new Uint16Array(productions * fieldWidth);
    for (const [production, place, field] of found.toReversed()) {
      // The first entry counts, so it is written last.
      fields[production * fieldWidth + place] = field;
    }
    return { fields, fieldWidth };
  }
}
