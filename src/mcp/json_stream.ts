// JSON as dumps have it: one value or several one after another, of any size. Read without recursion
// and within a counted number of nodes; what stands before a fault or a bound is given all the same.

import {
  lineStarts,
  type MappedText,
  MappedTextBuilder,
  positionAt,
  verbatim,
} from "../core/mod.ts";
import type { JsonNode } from "../syntax/mod.ts";

/** Some forty for each tool of a server. */
const MAX_NODES = 1_000_000;
const MAX_NESTING = 200;
/** Values one after another, as in a recorded session. */
const MAX_ROOTS = 20_000;

export interface JsonValues {
  readonly roots: readonly JsonNode[];
  /** What is wrong with the text, and where; holds nothing of the text itself. */
  readonly malformed?: string;
  /** True where a bound left some out. */
  readonly cut: boolean;
}

interface Open {
  readonly type: "object" | "array" | "property";
  readonly offset: number;
  length: number;
  readonly children: JsonNode[];
}

export function jsonValues(text: string, { maxNodes = MAX_NODES } = {}): JsonValues {
  return new Reader(text, maxNodes).read();
}

class Reader {
  readonly #text: string;
  readonly #roots: JsonNode[] = [];
  readonly #open: Open[] = [];
  #left: number;
  #at = 0;
  #fault: string | undefined;
  #cut = false;

  constructor(text: string, maxNodes: number) {
    this.#text = text;
    this.#left = maxNodes;
  }

  read(): JsonValues {
    while (this.#fault === undefined && !this.#cut) {
      this.#skip(BLANK);
      if (this.#at >= this.#text.length) {
        if (this.#open.length > 0) this.#fail("the end of the text");
        break;
      }
      this.#step();
    }
    for (const open of this.#open) open.length = this.#at - open.offset;
    return {
      roots: this.#roots,
      ...(this.#fault !== undefined && { malformed: this.#fault }),
      cut: this.#cut,
    };
  }

  /** One bracket, key or value. */
  #step(): void {
    const character = this.#text[this.#at]!;
    const around = this.#open.at(-1);
    if (character === "}" || character === "]") return this.#close(character);
    if (character === ",") {
      if (!around || around.type === "property") return this.#fail("a comma");
      this.#at++;
      return;
    }
    if (around?.type === "object") return this.#key(around);
    if (!around && this.#roots.length >= MAX_ROOTS) {
      this.#cut = true;
      return;
    }
    if (character === "{" || character === "[") {
      if (this.#open.length >= MAX_NESTING) {
        this.#fault = `Nested deeper than ${MAX_NESTING} levels`;
        return;
      }
      const type = character === "{" ? "object" : "array";
      const node: Open = { type, offset: this.#at++, length: 1, children: [] };
      if (this.#add(node)) this.#open.push(node);
      return;
    }
    const value = character === '"' ? this.#string() : this.#word();
    if (value) {
      this.#add(value);
      this.#leaveProperty();
    }
  }

  #key(object: Open): void {
    if (this.#text[this.#at] !== '"') return this.#fail("a key without quotes");
    const key = this.#string();
    if (!key) return;
    this.#skip(BLANK);
    if (this.#text[this.#at] !== ":") return this.#fail("a key without a value");
    this.#at++;
    const node: Open = { type: "property", offset: key.offset, length: 0, children: [key] };
    object.children.push(node);
    this.#open.push(node);
    this.#left--;
  }

  #close(character: string): void {
    const around = this.#open.pop();
    const wanted = character === "}" ? "object" : "array";
    if (around?.type !== wanted) {
      if (around) this.#open.push(around);
      return this.#fail("a bracket that closes nothing");
    }
    this.#at++;
    around.length = this.#at - around.offset;
    this.#leaveProperty();
  }

  #leaveProperty(): void {
    const around = this.#open.at(-1);
    if (around?.type !== "property") return;
    around.length = this.#at - around.offset;
    this.#open.pop();
  }

  /** False where the bound is reached. */
  #add(node: JsonNode): boolean {
    if (this.#left-- <= 0) {
      this.#cut = true;
      return false;
    }
    (this.#open.at(-1)?.children ?? this.#roots).push(node);
    return true;
  }

  #string(): JsonNode | undefined {
    const start = this.#at;
    const text = this.#text;
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    if (end >= text.length) return this.#fail("a text without an end");
    this.#at = end + 1;
    const raw = text.slice(start + 1, end);
    const value = raw.includes("\\") ? jsonText(raw, 0).text : raw;
    return { type: "string", value, offset: start, length: end + 1 - start };
  }

  #word(): JsonNode | undefined {
    const start = this.#at;
    this.#skip(WORD);
    const word = this.#text.slice(start, this.#at);
    const place = { offset: start, length: word.length };
    if (word === "true" || word === "false") {
      return { type: "boolean", value: word === "true", ...place };
    }
    if (word === "null") return { type: "null", value: null, ...place };
    if (/^-?\d/.test(word)) return { type: "number", value: Number(word), ...place };
    this.#at = start;
    return this.#fail("what is no value");
  }

  #skip(characters: string): void {
    while (this.#at < this.#text.length && characters.includes(this.#text[this.#at]!)) this.#at++;
  }

  #fail(found: string): undefined {
    const { line, column } = positionAt(lineStarts(this.#text), this.#at);
    this.#fault = `Invalid JSON at ${line}:${column}: found ${found}`;
    return undefined;
  }
}

const BLANK = " \t\r\n\ufeff\u001e";
const WORD = "+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** What stands between the quotes of a JSON string, each unit with its place in the file. */
export function jsonText(raw: string, start: number): MappedText {
  if (!raw.includes("\\")) return verbatim(raw, start);
  const builder = new MappedTextBuilder();
  let plain = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", plain)) {
    builder.append(raw.slice(plain, at), start + plain);
    const letter = raw[at + 1] ?? "";
    const hex = letter === "u" ? /^[0-9A-Fa-f]{4}/.exec(raw.slice(at + 2, at + 6))?.[0] : undefined;
    const length = hex === undefined ? 2 : 6;
    const value = hex === undefined
      ? ESCAPES[letter] ?? letter
      : String.fromCharCode(Number.parseInt(hex, 16));
    builder.appendWhole(value, { start: start + at, end: start + at + length });
    plain = at + length;
  }
  builder.append(raw.slice(plain), start + plain);
  return builder.build();
}
