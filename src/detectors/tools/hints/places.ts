// Finds the hints of a text, place by place: a place is a sentence with the one that follows it.

import type { Span } from "../../../core/mod.ts";
import type { Analysis } from "../analysis.ts";
import { isDenied, isOrdered, isWatching } from "../sentences.ts";
import type { Family, Hint } from "./hint.ts";
import { PEOPLE } from "./people.ts";
import { THINGS } from "./things.ts";

/** Sentences of a text that are looked at, and units of each. */
const MOST_SENTENCES = 200;
const LONGEST_SENTENCE = 400;
/** Hits of one hint in a sentence that are looked at. */
const MOST_HITS = 20;

const HINTS: readonly Hint[] = [...PEOPLE, ...THINGS];

/** What a sentence hints at, and where. */
export interface Place extends Span {
  readonly families: ReadonlySet<Family>;
}

/**
 * The places of a text. `subject` is what the tool is about: its name and first words, whose
 * secrets and private things are its own work.
 */
export function placesOf({ plain, endOfSentence }: Analysis, subject: string): Place[] {
  const { text } = plain;
  const sentences: Place[] = [];
  for (let start = 0; start < text.length && sentences.length < MOST_SENTENCES;) {
    const end = Math.max(start + 1, endOfSentence(start));
    sentences.push({
      start,
      end,
      families: familiesOf(text.slice(start, Math.min(end, start + LONGEST_SENTENCE)), subject),
    });
    start = end + 1;
  }
  return sentences.map((sentence, i) => {
    const next = sentences[i + 1];
    if (!next) return sentence;
    return {
      start: sentence.start,
      end: next.end,
      families: new Set([...sentence.families, ...next.families]),
    };
  });
}

function familiesOf(written: string, subject: string): Set<Family> {
  const sentence = written.trimStart();
  const found = new Set<Family>();
  const guarded = isGuarded(sentence);
  if (isWatching(`${sentence.slice(0, 60)} `) && !TURNED.test(sentence)) return found;
  for (const { family, expression, isOrder, isSubject } of HINTS) {
    if (family === "address" && isReference(sentence)) continue;
    if (found.has(family) || (guarded && GUARDED.has(family))) continue;
    let tries = 0;
    for (const { 0: hit, index } of sentence.matchAll(expression)) {
      if (++tries > MOST_HITS) break;
      const before = sentence.slice(Math.max(0, index - 60), index);
      if (isOrder && (!isOrdered(before) || isDenied(before))) continue;
      if (isSubject && isOwn(hit, subject)) continue;
      found.add(family);
      break;
    }
  }
  return found;
}

/** True where a sentence forbids a transfer, or leaves it to the user. */
export function isGuarded(sentence: string): boolean {
  return FORBIDS.test(sentence) || ASKS.test(sentence);
}

/** True where an address is that of documentation or an example. */
export function isReference(sentence: string): boolean {
  return REFERS.test(sentence);
}

/** What must not be given away, and what the user is asked about. */
const FORBIDS =
  /(?<!\b(?:if|that) (?:you|they|it) )\b(?:do not|don't|never|avoid|must not|should not|shouldn't|cannot|please do not) (?:[\w-]{1,14} ){0,3}(?:includ(?:e|ing)|shar(?:e|ing)|pass(?:ing)?|send(?:ing)?|put(?:ting)?|log(?:ging)?|expos(?:e|ing)|commit(?:ting)?|stor(?:e|ing)|return|provid(?:e|ing)|us(?:e|ing)|read(?:ing)?|upload(?:ing)?|print(?:ing)?|past(?:e|ing)|enter(?:ing)?|guess|assume|invent)\b/;
const ASKS =
  /\b(?:if|when|once|after|only|unless|until) (?:\w{1,10} ){0,3}(?:user|customer|they) (?:\w{1,10} ){0,2}(?:asks?|wants?|agree[sd]?|confirm(?:s|ed)?|request(?:s|ed)?|approve[sd]?|says?|chooses?|needs?)\b|\b(?:ask|warn|remind|notify) (?:the user|them|before|first)\b|\b(?:tell|show) the user (?:about|its|the|what|which|and)\b|\buser's (?:consent|approval|confirmation|permission)\b/;
/** Addresses of documentation, and examples. */
const REFERS =
  /(?<![.\w])(?:see|docs|documentation|reference|more (?:information|details|examples)|e\.g\.|for example|examples?|such as|specification|defaults? to|by default)(?![\w-])/;
const GUARDED: ReadonlySet<Family> = new Set([
  "secret",
  "private",
  "seen",
  "party",
  "transfer",
  "take",
  "danger",
  "address",
  "others",
]);

const TURNED = /[,;:] ?(?:and |then |but )?(?:please|you|then|now|never|always|also)\b/;

/** True where the last word of the hit is among the words of the subject. */
function isOwn(hit: string, subject: string): boolean {
  const word = hit.split(/[^a-z0-9.]/).at(-1)!;
  return word.length > 2 && subject.includes(word.replace(/(?:ies|s|es)$/, ""));
}
