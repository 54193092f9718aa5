// A surface text in the form that phrases are looked for in: lower case, white space folded,
// invisible characters gone, and still knowing where each character stands.

import {
  INVISIBLE,
  type MappedText,
  MappedTextBuilder,
  placeOf,
  type Span,
  type SurfaceItem,
  type SurfaceText,
  toFile,
} from "../../core/mod.ts";

/** Units of a name that a message shows. */
const MAX_NAME = 80;

const views = new WeakMap<MappedText, MappedText>();

/** The view of a text, made once for all rules. */
export function plainView(value: MappedText): MappedText {
  let view = views.get(value);
  if (!view) views.set(value, view = makeView(value));
  return view;
}

function makeView(value: MappedText): MappedText {
  const view = new MappedTextBuilder();
  let space = true;
  for (let i = 0; i < value.text.length; i++) {
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

/** `description of tool "add"`, for a message; hostile names are cut. */
export function describeText(item: SurfaceItem, text: SurfaceText): string {
  const part = text.parameter === undefined ? text.role : `parameter "${clip(text.parameter)}"`;
  return item.name === ""
    ? `${part} of a ${item.owner}`
    : `${part} of ${item.owner} "${clip(item.name)}"`;
}

function clip(name: string): string {
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
}

/** Where in the file the first hit of `expression` stands. */
export function findIn(view: MappedText, expression: RegExp): Span | undefined {
  const hit = expression.exec(view.text);
  return hit ? toFile(view, { start: hit.index, end: hit.index + hit[0].length }) : undefined;
}
