// Secrets are masked once, when a finding is made; no format ever holds a whole one.

import type { Span } from "./span.ts";

const SHOWN_PREFIX = 4;
const MIN_LENGTH_TO_SHOW = 16;
const MASK = "****";

/** A secret as it may be shown: at most its first four characters, and never its length. */
export function maskSecret(secret: string): string {
  if (secret.length < MIN_LENGTH_TO_SHOW) return MASK;
  return [...secret].slice(0, SHOWN_PREFIX).join("") + MASK;
}

/** `text` (which starts at `offset` of the file) with each of the file's secret spans masked. */
export function redactSpans(
  text: string,
  options: { offset: number; secrets: readonly Span[] },
): { text: string; map: (offset: number) => number } {
  const { offset, secrets } = options;
  const cuts = mergeSpans(secrets)
    .map((span) => ({
      start: Math.max(span.start - offset, 0),
      end: Math.min(span.end - offset, text.length),
      whole: span.start >= offset,
    }))
    .filter((span) => span.end > span.start);
  let out = "";
  let from = 0;
  const moves: { at: number; end: number; shown: number; length: number }[] = [];
  for (const cut of cuts) {
    out += text.slice(from, cut.start);
    // The part of a secret that runs over from an earlier line has no prefix to show.
    const mask = cut.whole ? maskSecret(text.slice(cut.start, cut.end)) : MASK;
    moves.push({ at: cut.start, end: cut.end, shown: out.length, length: mask.length });
    out += mask;
    from = cut.end;
  }
  out += text.slice(from);
  const map = (at: number): number => {
    let shift = 0;
    for (const move of moves) {
      if (at <= move.at) break;
      if (at < move.end) return move.shown + Math.min(at - move.at, move.length);
      shift = move.shown + move.length - move.end;
    }
    return at + shift;
  };
  return { text: out, map };
}

/** The spans in order, those that overlap made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}
