// A surface text as phrases are looked for in it: lower case, white space folded, marks of emphasis
// and invisible characters gone, look-alikes made plain, and each unit still knowing its place.

import {
  INVISIBLE,
  type MappedText,
  type Match,
  type Span,
  type SurfaceItem,
  type SurfaceText,
  toFile,
} from "../../core/mod.ts";
import { plainLetter } from "./look_alikes.ts";

export interface PlainText {
  readonly text: string;
  /** The place in the file of a stretch of `text`. */
  readonly place: (span: Span) => Span;
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
  const origins: number[] = [];
  let text = "";
  let space = true;
  for (let i = 0; i < source.length; i++) {
    const at = i;
    let character = source[i]!;
    if (character >= "\ud800" && character <= "\udbff") character = source.slice(at, ++i + 1);
    const plain = character < "\u0080" ? character.toLowerCase() : unwrap(character);
    if (plain === "" || plain === "*") continue;
    const blank = plain.trim() === "";
    if (blank && space) continue;
    space = blank;
    text += blank ? " " : plain;
    for (let unit = 0; unit < (blank ? 1 : plain.length); unit++) origins.push(at);
  }
  const place = ({ start, end }: Span): Span => {
    const last = origins[end - 1] ?? 0;
    const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
    return toFile(value, { start: origins[start] ?? 0, end: last + width });
  };
  return { text, place };
}

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
  if (INVISIBLE.test(character)) return "";
  const plain = QUOTES[character] ?? plainLetter(character) ?? character.normalize("NFKC");
  return plain.toLowerCase();
}

/** Units of a hostile name or text that a message shows. */
const MAX_SHOWN = 80;

export function clip(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}

/** What a rule says about a stretch of a text: "The description of tool "add" asks for …". */
export function textMatch(
  { item, text, span }: { item: SurfaceItem; text: SurfaceText; span: Span },
  says: string,
): Match {
  const part = text.parameter === undefined ? text.role : `parameter "${clip(text.parameter)}"`;
  const owner = item.name === "" ? `a ${item.owner}` : `${item.owner} "${clip(item.name)}"`;
  const about = `${part} of ${owner}`;
  return { span, message: `The ${about} ${says}`, identity: about };
}
