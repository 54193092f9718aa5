// Ways to write a word so that a filter does not know it and a model does, taken back: letters set
// apart, punctuation within words, digits for letters, the order turned round.

import type { Span } from "../../core/mod.ts";
import { respell } from "./misspelt.ts";
import type { PlainText } from "./surface_text.ts";

export interface Disguise {
  /** As a message names it: "in …". */
  readonly name: string;
  readonly plain: PlainText;
  /** Words that it must hide, for less may be chance. */
  readonly fewest: number;
  /** Spaces are lost. */
  readonly loose: boolean;
  /** Stretches of the plain text that were written otherwise. */
  readonly changed: readonly Span[];
}

/** Longer texts are looked at up to here. */
const LONGEST = 20_000;

const APART =
  /(?<![a-z0-9])[a-z0-9](?:([ ._*~|-])[a-z0-9]\1?(?![a-z0-9])|[._*~|-][a-z0-9](?![a-z0-9])){1,400}/g;
const WITHIN = /(?<=[a-z])[._·-]{1,2}(?=[a-z ])/g;
const PUT_TOGETHER = /["'] ?\+ ?["']/g;
const WORD = /(?<![\w.-])[a-z]{5,14}(?![\w-])/g;
const CHAIN = /(?<![\w/*+|~.:])[a-z]{2,20}(?:([/*+|~_])[a-z]{2,20}){3,40}(?![\w/*+|~])/g;
const LEET_WORD =
  /(?<![a-z0-9@$])(?=[a-z0-9@$]{0,20}[a-z])(?=[a-z0-9@$]{0,20}[0134579@$])[a-z0-9@$]{2,20}(?![a-z0-9@$])/g;
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "9": "g",
  "@": "a",
  "$": "s",
};
/** Words of a name. */
const LONGEST_NAME = 6;
/** Words that only the disguise hides. */
const FEWEST_HIDDEN = 2;
/** Fewer such words are names and numbers. */
const FEWEST_LEET = 2;
/** Words of orders, backwards. */
const BACKWARDS =
  /erongi|noitcurtsni|suoiverp|drowssap|drager?sid|tpmorp metsys|resu eht|terces|yek ipa|noitasrevnoc/;
const ROTATED =
  /\b(?:gur|naq|lbhe|lbh|nyy|vtaber|frpergf?|cnffjbeqf?|flfgrz|hfre|vafgehpgvbaf?|cebzcg)\b/;

/** Each disguise that the text may wear; none for most texts. */
export function disguisesOf(plain: PlainText): Disguise[] {
  const text = plain.text.slice(0, LONGEST);
  const found: Disguise[] = [];
  const add = (
    name: string,
    pieces: readonly Piece[] | undefined,
    { loose = false, fewest = FEWEST_HIDDEN } = {},
  ) => {
    if (!pieces) return;
    const changed = changedIn(pieces);
    found.push({ name, plain: rewritten(plain, pieces), loose, fewest, changed });
  };
  const apart = replace(text, APART, joinLetters);
  add(
    "letters set apart",
    apart,
    { loose: apart?.some(({ text: piece, isNew }) => isNew && piece.length > 12) ?? false },
  );
  add("strings put together", replace(text, PUT_TOGETHER, () => ""), { fewest: 1 });
  if ([...text.matchAll(WORD)].filter(([word]) => respell(word) !== word).length >= FEWEST_HIDDEN) {
    add("misspelt words", replace(text, WORD, respell), { fewest: 1 });
  }
  add("words cut by punctuation", replace(text, WITHIN, () => ""));
  add("words joined by punctuation", replace(text, CHAIN, unchained));
  const leet = [...text.matchAll(LEET_WORD)];
  if (leet.length >= FEWEST_LEET) {
    add(
      "digits for letters",
      replace(text, LEET_WORD, (word) => word.replace(/[0134579@$]/g, (digit) => LEET[digit]!)),
    );
  }
  if (BACKWARDS.test(text)) {
    add("reverse", [{
      text: [...text].reverse().join(""),
      start: 0,
      end: text.length,
      isNew: true,
    }]);
  }
  if (ROTATED.test(text)) {
    add("ROT13", [{
      text: text.replace(/[a-z]/g, rotate),
      start: 0,
      end: text.length,
      isNew: true,
    }]);
  }
  return found;
}

/** Names of tools and fields are words joined too, but not so many. */
function unchained(run: string): string {
  const words = run.split(/[/*+|~_]/);
  return words.length <= LONGEST_NAME && run.split("_").length === words.length
    ? run
    : words.join(" ");
}

/** Spaces between words that are cut by another mark stay. */
function joinLetters(run: string): string {
  return /[._*~|-]/.test(run) ? run.replace(/[._*~|-]/g, "") : run.replaceAll(" ", "");
}

function rotate(letter: string): string {
  return String.fromCharCode((letter.charCodeAt(0) - 97 + 13) % 26 + 97);
}

interface Piece extends Span {
  readonly text: string;
  readonly isNew: boolean;
}

function replace(
  text: string,
  expression: RegExp,
  by: (run: string) => string,
): Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(expression)) {
    const end = index + run.length;
    const written = by(run);
    if (written === run) continue;
    if (index > from) {
      pieces.push({ text: text.slice(from, index), start: from, end: index, isNew: false });
    }
    pieces.push({ text: written, start: index, end, isNew: true });
    from = end;
  }
  if (from === 0) return undefined;
  if (from < text.length) {
    pieces.push({ text: text.slice(from), start: from, end: text.length, isNew: false });
  }
  return pieces;
}

function changedIn(pieces: readonly Piece[]): Span[] {
  let end = 0;
  return pieces.flatMap(({ text, isNew }) => {
    const start = end;
    end += text.length;
    return isNew ? [{ start, end }] : [];
  });
}

function rewritten(before: PlainText, pieces: readonly Piece[]): PlainText {
  const ends: number[] = [];
  let length = 0;
  for (const { text } of pieces) ends.push(length += text.length);
  const back = (at: number, side: "start" | "end"): number => {
    let i = ends.findIndex((end) => side === "start" ? at < end : at <= end);
    if (i < 0) i = ends.length - 1;
    const piece = pieces[i]!;
    if (piece.isNew) return piece[side];
    return piece.start + at - (ends[i]! - piece.text.length);
  };
  const span = ({ start, end }: Span): Span => ({
    start: back(start, "start"),
    end: back(end, "end"),
  });
  const breaks = pieces.flatMap((piece, i) => {
    const from = ends[i]! - piece.text.length;
    if (piece.isNew) return [];
    return before.breaks.filter((at) => at >= piece.start && at < piece.end)
      .map((at) => from + at - piece.start);
  });
  return {
    text: pieces.map(({ text }) => text).join(""),
    breaks,
    place: (stretch) => before.place(span(stretch)),
    source: (stretch) => before.source(span(stretch)),
  };
}
