// An expression over the neighbourhood of keywords. What lies farther from every keyword than a
// window is not looked at, and the work on one file is counted.

import type { Match, Span, TextSearch, TextSource } from "../core/mod.ts";
import { type Expression, hits } from "./expression.ts";

/** Units before and after a keyword in which the expression has to match. */
export const WINDOW = 1000;
/** Units of text times instructions of the expression that one search may take. */
const MAX_WORK = 20_000_000;
/** Matches of one search in one file. */
const MAX_HITS = 1000;

export interface SearchParts {
  /** Lower case. */
  readonly keywords: readonly string[];
  readonly expression: Expression;
  readonly message: string;
  /** What matches is a secret, and is masked. */
  readonly isSecret: boolean;
}

export function textSearch(parts: SearchParts): TextSearch {
  const { keywords } = parts;
  return { keywords, find: (file, onCut) => search(file, { parts, onCut }) };
}

function search(
  { text }: TextSource,
  { parts, onCut }: { parts: SearchParts; onCut: () => void },
): Match[] {
  const { expression, message, isSecret } = parts;
  const found: Match[] = [];
  let work = 0;
  for (const window of windowsOf(text, parts.keywords)) {
    const room = Math.floor((MAX_WORK - work) / expression.size);
    const end = Math.min(window.end, window.start + room);
    work += (end - window.start) * expression.size;
    for (const hit of hits(expression, text.slice(window.start, end))) {
      const span = { start: window.start + hit.start, end: window.start + hit.end };
      found.push({ span, message, ...(isSecret && { secret: span }) });
      if (found.length > MAX_HITS) break;
    }
    if (end < window.end || found.length > MAX_HITS) {
      onCut();
      break;
    }
  }
  return found;
}

/** Spans around the keywords, apart from one another, of whole lines where those are short. */
function* windowsOf(text: string, keywords: readonly string[]): Generator<Span> {
  let first: Span | undefined;
  let last: Span | undefined;
  for (const word of wordsIn(lowered(text), keywords)) {
    if (first && last && word.start - WINDOW > last.end + WINDOW) {
      yield wholeLines(text, { first, last });
      first = word;
    }
    first ??= word;
    last = word;
  }
  if (first && last) yield wholeLines(text, { first, last });
}

/** In lower case, each unit where it was: some characters become two. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/[A-Z]/g, (unit) => unit.toLowerCase());
}

/** Each place of each keyword, in order. */
function* wordsIn(text: string, keywords: readonly string[]): Generator<Span> {
  const next = keywords.map((keyword) => text.indexOf(keyword));
  while (true) {
    let nearest = -1;
    for (let i = 0; i < next.length; i++) {
      if (next[i]! >= 0 && (nearest < 0 || next[i]! < next[nearest]!)) nearest = i;
    }
    if (nearest < 0) return;
    const start = next[nearest]!;
    const end = start + keywords[nearest]!.length;
    yield { start, end };
    next[nearest] = text.indexOf(keywords[nearest]!, end);
  }
}

/** A window from before `first` to after `last`, cut where lines begin and end if it can be. */
function wholeLines(text: string, { first, last }: { first: Span; last: Span }): Span {
  const start = Math.max(first.start - WINDOW, 0);
  const line = start === 0 || text[start - 1] === "\n" ? start : text.indexOf("\n", start) + 1;
  const end = Math.min(last.end + WINDOW, text.length);
  const close = end === text.length ? end : text.lastIndexOf("\n", end);
  return {
    start: line > start && line <= first.start ? line : start,
    end: close >= last.end ? close : end,
  };
}
