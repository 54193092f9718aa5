// Text taken out of a file and changed on the way (escapes decoded, pieces joined, cells of a
// notebook put together) that still knows where each of its units came from.

import type { Span } from "./span.ts";

/** Unit `i` of `text` stands at `starts[i]` to `ends[i]` in the file. */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** `text` as it stands in the file from `start` on. */
export function verbatim(text: string, start: number): MappedText {
  const starts = Array.from({ length: text.length }, (_, i) => start + i);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** `text` that stands for one stretch of the file, such as an escape, as a whole. */
export function standingFor(text: string, span: Span): MappedText {
  return {
    text,
    starts: Array(text.length).fill(span.start),
    ends: Array(text.length).fill(span.end),
  };
}

export function joinMapped(pieces: readonly MappedText[]): MappedText {
  if (pieces.length === 1) return pieces[0]!;
  return {
    text: pieces.map(({ text }) => text).join(""),
    starts: pieces.flatMap(({ starts }) => starts),
    ends: pieces.flatMap(({ ends }) => ends),
  };
}

/** The file's span for `span` of the mapped text; 0 to 0 for an empty one. */
export function toFile(mapped: MappedText, span: Span): Span {
  if (span.end <= span.start) return { start: 0, end: 0 };
  const start = mapped.starts[span.start] ?? 0;
  const end = mapped.ends[span.end - 1] ?? start;
  // Where a piece from further up in the file follows, only the first place can be shown.
  return { start, end: end > start ? end : mapped.ends[span.start] ?? start };
}
