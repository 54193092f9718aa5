// Rules that look for what a text asks of the model: a short expression finds the start, others
// must find the rest in the same sentence, and a text that only speaks of an attack is left alone.

import type { Match, Span, SurfaceText } from "../../core/mod.ts";
import { isDenied, isNamed, isWatching, sentenceBefore, sentenceEnds } from "./sentences.ts";

export interface Phrase extends Partial<Pick<Match, "confidence" | "severity">> {
  /** What the text does, as a message goes on after "The description of tool "add" …". */
  readonly says: string;
  /** Global; runs on plain text: lower case, one space between words. */
  readonly start: RegExp;
  /** Each must be found after the start, in the same sentence; they run on `REACH` units. */
  readonly then?: readonly RegExp[];
  /** Must be found before the start, in the same sentence; where it ends in `$`, right there. */
  readonly after?: RegExp;
  /** Must not be found before the start, in the same sentence. */
  readonly notAfter?: RegExp;
  /** Must not be found after the start, in the same sentence. */
  readonly unless?: RegExp;
  /** What ends the part after the start instead of the sentence, where it is found. */
  readonly until?: RegExp;
  /** Roles of texts that are searched; all where absent. */
  readonly roles?: readonly SurfaceText["role"][];
}

/** Units of a sentence that are looked at after a start, and before it. */
const REACH = 200;

/** What every rule of this kind cannot see. */
export const LIMITS =
  "Joins words of English and of some twenty other languages by what they stand for; wordings beyond " +
  "these, and texts fetched at run time, are not seen. A sentence that says what a tool looks for, or " +
  "an attack in quotes after words about attacks, is taken for an example.";

/** The first stretch of plain text that is the phrase and is meant, as short as it may be. */
export function findPhrase(text: string, phrase: Phrase): Span | undefined {
  let found: Span | undefined;
  for (const hit of text.matchAll(phrase.start)) {
    const start = hit.index;
    if (found && start >= found.end) break;
    const end = endOfPhrase(text, { start, end: start + hit[0].length }, phrase);
    if (end !== undefined && end <= (found?.end ?? end)) found = { start, end };
  }
  return found;
}

/** Where the phrase ends that starts with `hit`; `undefined` where it is none, or not meant. */
function endOfPhrase(text: string, hit: Span, phrase: Phrase): number | undefined {
  const { then = [], until, after, notAfter, unless } = phrase;
  const rest = partAfter(text, hit.end, until);
  const before = text.slice(Math.max(0, hit.start - REACH), hit.start);
  const sentence = sentenceBefore(before);
  if (after && !after.test(sentence) || notAfter?.test(sentence) || unless?.test(rest)) {
    return undefined;
  }
  let length = 0;
  for (const expression of then) {
    const found = expression.exec(rest);
    if (!found) return undefined;
    length = Math.max(length, found.index + found[0].length);
  }
  return isDenied(before) || isWatching(before) || isNamed(before, rest)
    ? undefined
    : hit.end + length;
}

/** Units up to what ends a part. */
const PART_REACH = 1_000;

function partAfter(text: string, from: number, until: RegExp | undefined): string {
  const part = until ? text.slice(from, from + PART_REACH) : "";
  const stop = until?.exec(part);
  if (stop) return part.slice(0, stop.index);
  const rest = text.slice(from, from + REACH);
  return rest.slice(0, sentenceEnds(rest)[0]);
}
