// A file as findings show it: places in lines and columns, one line of source, and never a secret.

import {
  lineSpan,
  type LineStarts,
  lineStarts,
  type Location,
  maskSecret,
  mergeSpans,
  positionAt,
  redactSpans,
  type Snippet,
  type SourceFile,
  type Span,
} from "../core/mod.ts";

/** Units of a line shown before and after the place of the match. */
const CONTEXT_BEFORE = 80;
const CONTEXT_AFTER = 160;
/** Units of a message that a reader takes in; hostile names make longer ones. */
const MAX_MESSAGE = 400;
/** Units of a secret by which it is looked up in a message. */
const KEY_LENGTH = 4;
const CUT = "…";

export interface Page {
  readonly file: SourceFile;
  readonly starts: LineStarts;
  /** In order, none overlapping another. */
  readonly secrets: readonly Span[];
  /** The secrets' texts by their first units, the longest first. */
  readonly secretTexts: ReadonlyMap<string, readonly string[]>;
}

export function pageOf(file: SourceFile, secrets: readonly Span[]): Page {
  const byKey = new Map<string, string[]>();
  for (const text of new Set(secrets.map(({ start, end }) => file.text.slice(start, end)))) {
    if (text.length < KEY_LENGTH) continue;
    const key = text.slice(0, KEY_LENGTH);
    const known = byKey.get(key);
    if (known) known.push(text);
    else byKey.set(key, [text]);
  }
  for (const texts of byKey.values()) texts.sort((a, b) => b.length - a.length);
  return {
    file,
    starts: lineStarts(file.text),
    secrets: mergeSpans(secrets),
    secretTexts: byKey,
  };
}

export function locationOf({ file, starts }: Page, span: Span): Location {
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** The line that `span` starts in, cut around it where it is long. */
export function snippetOf(page: Page, span: Span): Snippet {
  const { text } = page.file;
  const line = lineSpan(text, page.starts, span.start);
  const start = Math.min(span.start, line.end);
  const end = Math.min(Math.max(span.end, start), line.end, start + CONTEXT_AFTER);
  const from = Math.max(line.start, start - CONTEXT_BEFORE);
  const to = Math.min(line.end, end + CONTEXT_AFTER);
  const shown = redacted(page, { start: from, end: to });
  const lead = from > line.start ? CUT : "";
  const tail = to < line.end ? CUT : "";
  return {
    // A cut may part the halves of a character; half of one is no text.
    text: (lead + shown.text + tail).toWellFormed(),
    start: lead.length + shown.map(start - from),
    end: lead.length + shown.map(end - from),
  };
}

/** The text at `span` with every secret masked; `map` takes offsets in it to the masked text. */
export function redacted(
  { file, secrets }: Page,
  span: Span,
): { text: string; map: (offset: number) => number } {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (secrets[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const near: Span[] = [];
  for (let i = low; i < secrets.length && secrets[i]!.start < span.end; i++) near.push(secrets[i]!);
  return redactSpans(file.text.slice(span.start, span.end), { offset: span.start, secrets: near });
}

/** A message with the file's secrets masked, and cut where no reader would read on. */
export function safeMessage({ secretTexts }: Page, message: string): string {
  let safe = "";
  for (let at = 0; at < message.length && safe.length <= MAX_MESSAGE;) {
    const candidates = secretTexts.get(message.slice(at, at + KEY_LENGTH));
    const secret = candidates?.find((text) => message.startsWith(text, at));
    safe += secret === undefined ? message[at] : maskSecret(secret);
    at += secret?.length ?? 1;
  }
  return safe.length <= MAX_MESSAGE ? safe : (safe.slice(0, MAX_MESSAGE) + CUT).toWellFormed();
}
