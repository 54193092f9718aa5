// Text taken out of a file and changed on the way (escapes decoded, pieces joined, cells of a
// notebook put together) that still knows where each of its units came from.

import type { Span } from "./span.ts";

/**
 * Units from `at` of the text on, up to the next run. Unit `at + k` stands in the file at
 * `start + k * width`, `width` units long; where `width` is 0 they all stand at `start` to `end`.
 */
interface Run {
  readonly at: number;
  readonly start: number;
  readonly width: number;
  readonly end: number;
}

export interface MappedText {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** Puts a mapped text together from left to right. */
export class MappedTextBuilder {
  readonly #parts: string[] = [];
  readonly #runs: { at: number; start: number; width: number; end: number }[] = [];
  #length = 0;

  /** UTF-16 units so far. */
  get length(): number {
    return this.#length;
  }

  /** Text whose units each stand for `width` units of the file, one after the other. */
  append(text: string, start: number, width = 1): void {
    if (text === "") return;
    const end = start + text.length * width;
    const last = this.#runs.at(-1);
    if (last && last.width === width && last.end === start) last.end = end;
    else this.#runs.push({ at: this.#length, start, width, end });
    this.#add(text);
  }

  /** Text that as a whole stands for one stretch of the file. */
  appendWhole(text: string, span: Span): void {
    if (text === "") return;
    if (text.length === 1) return this.append(text, span.start, span.end - span.start);
    this.#runs.push({ at: this.#length, start: span.start, width: 0, end: span.end });
    this.#add(text);
  }

  appendMapped({ text, runs }: MappedText): void {
    for (const { at, ...run } of runs) this.#runs.push({ at: this.#length + at, ...run });
    this.#add(text);
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  build(): MappedText {
    return { text: this.#parts.join(""), runs: this.#runs };
  }
}

/** `text` as it stands in the file from `start` on. */
export function verbatim(text: string, start: number): MappedText {
  const end = start + text.length;
  return { text, runs: text === "" ? [] : [{ at: 0, start, width: 1, end }] };
}

/** `text` that stands for one stretch of the file, such as an escape, as a whole. */
export function standingFor(text: string, span: Span): MappedText {
  const builder = new MappedTextBuilder();
  builder.appendWhole(text, span);
  return builder.build();
}

export function joinMapped(pieces: readonly MappedText[]): MappedText {
  if (pieces.length === 1) return pieces[0]!;
  const builder = new MappedTextBuilder();
  for (const piece of pieces) builder.appendMapped(piece);
  return builder.build();
}

/** Where unit `index` of the text stands in the file. */
export function placeOf({ runs }: MappedText, index: number): Span {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.at <= index) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) return { start: 0, end: 0 };
  if (run.width === 0) return { start: run.start, end: run.end };
  const start = run.start + (index - run.at) * run.width;
  return { start, end: start + run.width };
}

/** The file's span for `span` of the mapped text; 0 to 0 for an empty one. */
export function toFile(mapped: MappedText, span: Span): Span {
  if (span.end <= span.start) return { start: 0, end: 0 };
  const first = placeOf(mapped, span.start);
  const last = placeOf(mapped, span.end - 1);
  // Where a piece from further up in the file follows, only the first place can be shown.
  return { start: first.start, end: last.end > first.start ? last.end : first.end };
}
