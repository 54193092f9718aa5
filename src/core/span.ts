// Places in text. A span is half-open and counts UTF-16 units, as JavaScript strings and
// tree-sitter do; a position is what people read: 1-based line and column.

/** `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 1-based; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which each line of a text starts; `\n`, `\r\n` and a lone `\r` end a line. */
export type LineStarts = readonly number[];

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

export function positionAt(starts: LineStarts, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The span of the line that holds `offset`, without its line end. */
export function lineSpan(text: string, starts: LineStarts, offset: number): Span {
  const { line } = positionAt(starts, offset);
  const start = starts[line - 1]!;
  let end = starts[line] ?? text.length;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start, end };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
