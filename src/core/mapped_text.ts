// Text taken out of a file and changed on the way (escapes decoded, pieces joined, cells of a
// notebook put together) that still knows where each of its units came from.

import type { Span } from "./span.ts";

/** `offsets[i]` is where unit `i` of `text` starts in the file; one more entry marks the end. */
export interface MappedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** `text` as it stands in the file from `start` on. */
export function verbatim(text: string, start: number): MappedText {
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => start + i);
  return { text, offsets };
}

export function joinMapped(pieces: readonly MappedText[]): MappedText {
  if (pieces.length === 1) return pieces[0]!;
  const offsets: number[] = [];
  let text = "";
  for (const piece of pieces) {
    text += piece.text;
    for (let i = 0; i < piece.text.length; i++) offsets.push(piece.offsets[i]!);
  }
  offsets.push(pieces.at(-1)?.offsets.at(-1) ?? 0);
  return { text, offsets };
}

/** The file's span for `span` of the mapped text; never empty for a span that is not. */
export function toFile(mapped: MappedText, span: Span): Span {
  const start = mapped.offsets[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  const last = mapped.offsets[span.end - 1] ?? start;
  const next = mapped.offsets[span.end] ?? last + 1;
  // Where two pieces meet, the next unit may stand far behind or even before the last one.
  const contiguous = next > last && next - last <= MAX_ESCAPE_LENGTH;
  return { start, end: Math.max(start + 1, contiguous ? next : last + 1) };
}

/** The longest escape that stands for one unit, `\N{…}` of Python aside: `\U0001F600`. */
const MAX_ESCAPE_LENGTH = 10;
