// A surface text in the form that phrases are looked for in: lower case, white space folded,
// invisible characters gone, and still knowing where each character stands.

import { type MappedText, MappedTextBuilder, placeOf, type Span, toFile } from "../../core/mod.ts";

/** Characters without a mark of their own, which cut words apart for a matcher but not a model. */
export const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** Longer texts are read up to here. */
const MAX_LENGTH = 64 * 1024;

export function plainView(value: MappedText): MappedText {
  const view = new MappedTextBuilder();
  let space = true;
  const length = Math.min(value.text.length, MAX_LENGTH);
  for (let i = 0; i < length; i++) {
    const unit = value.text[i]!;
    if (INVISIBLE.test(unit)) continue;
    const blank = /\s/.test(unit);
    if (blank && space) continue;
    space = blank;
    const lower = unit.toLowerCase();
    // A few characters grow in lower case; one unit has one place.
    view.appendWhole(blank ? " " : lower.length === 1 ? lower : unit, placeOf(value, i));
  }
  return view.build();
}

/** Where in the file the first hit of `expression` stands. */
export function findIn(view: MappedText, expression: RegExp): Span | undefined {
  const hit = expression.exec(view.text);
  return hit ? toFile(view, { start: hit.index, end: hit.index + hit[0].length }) : undefined;
}
