// Rules that look for what a text asks of the model: a short expression finds the start, others
// must find the rest in the same sentence, and a text that only speaks of an attack is left alone.

import type { Match, Span, SurfaceItem, SurfaceText, ToolMatcher } from "../../core/mod.ts";
import { SURFACE_OWNERS } from "../../core/mod.ts";
import { plainText, textMatch } from "./surface_text.ts";

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
  "Reads English phrases in texts that stand in the source; paraphrase, other languages and texts " +
  "fetched at run time are not seen. A phrase in quotes after words about attacks is taken for an " +
  "example.";

/** One match for each text that holds one of the phrases. */
export function phraseMatcher(phrases: readonly Phrase[]): ToolMatcher {
  return {
    kind: "tool",
    owners: SURFACE_OWNERS,
    where: (item: SurfaceItem): Match[] =>
      item.texts.flatMap((text) => firstPhrase(item, text, phrases) ?? []),
  };
}

function firstPhrase(
  item: SurfaceItem,
  text: SurfaceText,
  phrases: readonly Phrase[],
): Match | undefined {
  const plain = plainText(text.value);
  let best: { start: number; end: number; phrase: Phrase } | undefined;
  for (const phrase of phrases) {
    if (phrase.roles && !phrase.roles.includes(text.role)) continue;
    const found = findPhrase(plain.text, phrase);
    if (found && (!best || found.start < best.start)) best = { ...found, phrase };
  }
  if (!best) return undefined;
  const { phrase: { says, confidence, severity }, start, end } = best;
  return {
    ...textMatch({ item, text, span: plain.place({ start, end }) }, says),
    ...(confidence && { confidence }),
    ...(severity && { severity }),
  };
}

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
  return isDenied(before) || isNamed(before, rest) ? undefined : hit.end + length;
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

function sentenceBefore(before: string): string {
  const last = sentenceEnds(before).at(-1);
  return last === undefined ? before : before.slice(last + 2);
}

/** Where a full stop or its like stands; the one of "e.g." ends no sentence. */
function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?](?= |$)/g)]
    .map(({ index }) => index)
    .filter((at) => !ABBREVIATION.test(text.slice(Math.max(0, at - 4), at)));
}

const ABBREVIATION = /\b(?:e\.g|i\.e|vs|etc)$/;

const DENIED =
  /\b(?:(?:not|never|cannot|can't|don't|won't)(?: be (?:told|made|asked|used|tricked) to)?|refuses? to|unable to|attempts? to) $/;

/** "Cannot be told to …" is no order. */
function isDenied(before: string): boolean {
  return DENIED.test(before);
}

const ABOUT_ATTACKS =
  /\b(?:detect|prevent|scan|check|guard|protect|block|filter|refuse|reject|flag|attack|inject|jailbreak|malicious|phishing|examples? of)/;
const INTRODUCED =
  /\b(?:attacks?|injections?|attempts?|jailbreaks?|phrases?|patterns?|payloads?|tokens?|markers?|messages?),? (?:such as|like|including|e\.g\.,?|for example|saying|that say):? ?["'`(]?$/;
/** Opens before the phrase, and is not closed again before it. */
const OPEN_QUOTE = /(?:^|[\s(:,[])(["'`])(?:(?!\1)[^\n]){0,60}$/;

/** True for an attack that a text only names: as an example, or quoted after words about attacks. */
function isNamed(before: string, rest: string): boolean {
  const sentence = sentenceBefore(before);
  if (INTRODUCED.test(sentence)) return true;
  const [, quote] = OPEN_QUOTE.exec(before) ?? [];
  return quote !== undefined && rest.includes(quote) && ABOUT_ATTACKS.test(sentence);
}
