// Runs whose parse grows with the square of their number, unseen by the count of steps, are blanks to
// the parser: prefix operators one after the other, line continuations with nothing between them,
// and, in Python, lines of comments. In code they mean nothing; a string takes blanks as well, and
// what a tree shows is the file's own text.

import type { Grammar } from "../core/mod.ts";

/** More than any program has; fewer cost nothing that counts. */
const MAX_RUN = 500;

/** The source's text, unit for unit, with runs that are too long as blanks. */
export function blankRuns({ language, text }: { language: Grammar; text: string }): string {
  const parsable = blankUnits(blankUnits(text, OPERATORS), CONTINUATIONS);
  return language === "python" ? blankComments(parsable) : parsable;
}

interface RunKind {
  /** What is counted, and made blank. */
  readonly counted: UnitSet;
  /** What may stand between. */
  readonly between: UnitSet;
}

/** 1 at the code of each unit that is in it; all are ASCII, so the last place stands for no unit. */
type UnitSet = Uint8Array;

const OUTSIDE = 128;

function unitSet(units: string): UnitSet {
  const set = new Uint8Array(OUTSIDE + 1);
  for (let i = 0; i < units.length; i++) set[units.charCodeAt(i)] = 1;
  return set;
}

const OPERATORS: RunKind = { counted: unitSet("-+!~"), between: unitSet("") };
const CONTINUATIONS: RunKind = { counted: unitSet("\\"), between: unitSet(" \t\f\r\n") };

/** Whether units of a kind stand in a row that is long enough: such a row holds every n-th place. */
function mayHaveRun(text: string, { counted, between }: RunKind): boolean {
  const isIn = (at: number): boolean => {
    const unit = Math.min(text.charCodeAt(at), OUTSIDE);
    return counted[unit] === 1 || between[unit] === 1;
  };
  for (let at = MAX_RUN; at < text.length; at += MAX_RUN) {
    if (!isIn(at)) continue;
    let start = at;
    let end = at + 1;
    while (start > 0 && end - start <= MAX_RUN && isIn(start - 1)) start--;
    while (end < text.length && end - start <= MAX_RUN && isIn(end)) end++;
    if (end - start > MAX_RUN) return true;
  }
  return false;
}

function blankUnits(text: string, kind: RunKind): string {
  if (!mayHaveRun(text, kind)) return text;
  const { counted, between } = kind;
  let out = "";
  let taken = 0;
  let start = 0;
  let count = 0;
  for (let at = 0; at <= text.length; at++) {
    // Past the end and beyond ASCII: in neither.
    const unit = at < text.length ? Math.min(text.charCodeAt(at), OUTSIDE) : OUTSIDE;
    if (counted[unit] === 1) {
      count++;
      continue;
    }
    if (between[unit] === 1) continue;
    if (count > MAX_RUN) {
      const run = text.slice(start, at).split("").map((each) =>
        counted[each.charCodeAt(0)] === 1 ? " " : each
      );
      out += text.slice(taken, start) + run.join("");
      taken = at;
    }
    start = at + 1;
    count = 0;
  }
  return taken === 0 ? text : out + text.slice(taken);
}

/** At the end of a block the scanner looks past all comments to the next line of code, for each. */
function blankComments(text: string): string {
  if (!hasMore(text, "#", MAX_RUN)) return text;
  const lines = text.split("\n");
  let start = 0;
  let count = 0;
  let changed = false;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at]?.trimStart();
    if (line?.startsWith("#")) count++;
    if (line !== undefined && (line === "" || line.startsWith("#"))) continue;
    if (count > MAX_RUN) {
      changed = true;
      for (let i = start; i < at; i++) lines[i] = blankComment(lines[i]!);
    }
    start = at + 1;
    count = 0;
  }
  return changed ? lines.join("\n") : text;
}

function hasMore(text: string, unit: string, count: number): boolean {
  let left = count;
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) {
    if (left-- === 0) return true;
  }
  return false;
}

function blankComment(line: string): string {
  const at = line.indexOf("#");
  return at < 0 ? line : line.slice(0, at) + line.slice(at).replace(/[^\r]/g, " ");
}
