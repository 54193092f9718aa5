// A surface text as phrases are looked for in it: lower case, white space folded, marks of emphasis
// and invisible characters gone, look-alikes made plain, and each unit still knowing its place.

import {
  INVISIBLE,
  type MappedText,
  type Match,
  printable,
  type Span,
  type SurfaceItem,
  type SurfaceText,
  toFile,
} from "../../core/mod.ts";
import { foldLetters } from "./fold.ts";
import { disguisedLetters } from "./look_alikes.ts";

export interface PlainText {
  readonly text: string;
  /** Where a paragraph or an item of a list ends, as a sentence does. */
  readonly breaks: readonly number[];
  /** The place in the file of a stretch of `text`. */
  readonly place: (span: Span) => Span;
  /** The stretch as it stood before. */
  readonly source: (span: Span) => string;
}

const known = new WeakMap<MappedText, PlainText>();

/** The plain form of a text, made once for all rules. */
export function plainText(value: MappedText): PlainText {
  let plain = known.get(value);
  if (!plain) known.set(value, plain = makePlain(value));
  return plain;
}

function makePlain(value: MappedText): PlainText {
  const source = value.text;
  const disguised = disguisedLetters(source);
  const origins: number[] = [];
  const parts: string[] = [];
  const breaks: number[] = [];
  let space = true;
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const at = i;
    let character = source[i]!;
    if (character >= "\ud800" && character <= "\udbff") character = source.slice(at, ++i + 1);
    const plain = character < "\u0080"
      ? character.toLowerCase()
      : disguised.get(at) ?? unwrap(character);
    if (plain === "" || plain === "*") continue;
    const blank = plain.trim() === "";
    if (character === "\n" && BREAK.test(source.slice(at, at + LOOKED_AT))) breaks.push(length);
    if (blank && space) continue;
    space = blank;
    parts.push(blank ? " " : plain);
    length += blank ? 1 : plain.length;
    for (let unit = 0; unit < (blank ? 1 : plain.length); unit++) origins.push(at);
  }
  const before = ({ start, end }: Span): Span => {
    const last = origins[end - 1] ?? 0;
    const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
    return { start: origins[start] ?? 0, end: last + width };
  };
  return {
    text: parts.join(""),
    breaks,
    place: (span) => toFile(value, before(span)),
    source: (span) => {
      const { start, end } = before(span);
      return source.slice(start, end);
    },
  };
}

/** An empty line, or a line that starts an item: "- a", "2. b", "# c", "name: d", "name (type): e". */
const BREAK =
  /^\n[^\S\n]{0,40}(?:\n|[-*•#|>]|\d{1,2}[.)]|["'`(]?\w{1,40}["'`]?(?: \([^)\n]{1,40}\))? ?:(?: |\n))/;
const LOOKED_AT = 140;

const QUOTES: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00ab": '"',
  "\u00bb": '"',
};

/** The plain letters that a character beyond ASCII is written for; empty where nobody sees it. */
function unwrap(character: string): string {
  if (INVISIBLE.test(character) || ACCENT.test(character)) return "";
  return QUOTES[character] ?? foldLetters(character);
}

/** Stands alone where a letter and its accent are two characters. */
const ACCENT = /[\u0300-\u036f\u064b-\u0655\u0670]/;

/** Units of a hostile name or text that a message shows. */
const MAX_SHOWN = 80;

export function clip(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}

/** What a rule says about a stretch of a text: "The description of tool "add" asks for …". */
export function textMatch(
  { item, text, span, shown }: {
    readonly item: SurfaceItem;
    readonly text: SurfaceText;
    readonly span: Span;
    /** The stretch itself, where the message is to hold it. */
    readonly shown?: string;
  },
  says: string,
): Match {
  const isFile = item.owner === "instructions" || item.owner === "skill";
  const role = isFile && text.role === "instructions" ? "text" : text.role;
  const part = text.parameter === undefined ? role : `parameter "${clip(text.parameter)}"`;
  const owner = item.owner === "instructions"
    ? "a project's instructions"
    : item.name === ""
    ? `a ${item.owner}`
    : `${item.owner} "${clip(item.name)}"`;
  const about = `${part} of ${owner}`;
  const quoted = shown === undefined ? "" : `: "${clip(printable(shown.replace(/\s+/g, " ")))}"`;
  return { span, message: `The ${about} ${says}${quoted}`, identity: about };
}
