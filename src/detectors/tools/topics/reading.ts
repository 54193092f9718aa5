// Reads a text sentence by sentence for its topics: what is spoken of, what of it is ordered, what
// is denied, and what is the tool's own subject.

import type { Span } from "../../../core/mod.ts";
import { type Analysis, firstFrom } from "../analysis.ts";
import { type Hit, Lexicon } from "../lexicon.ts";
import { isGuarded, isReference } from "../hints/places.ts";
import { isDenied, isOrdered, isWatching } from "../sentences.ts";
import { ENGLISH_ACTS } from "./english_acts.ts";
import { ENGLISH_TIPS } from "./english_tips.ts";
import { ENGLISH_THINGS } from "./english_things.ts";
import { INFLECTED, wordsOf } from "./forms.ts";

/** A sentence and its topics: `tell` spoken of, `tell!` ordered, `-tell` denied, `~tell` its own. */
export interface Reading extends Span {
  readonly topics: ReadonlySet<string>;
}

const MOST_SENTENCES = 200;
const LONGEST_SENTENCE = 400;
/** Units before a word in which "not" denies it. */
const DENIES = 28;

const LEXICON = new Lexicon([
  { code: "en", words: wordsOf(ENGLISH_ACTS) },
  { code: "en", words: wordsOf(ENGLISH_THINGS) },
  { code: "en", words: wordsOf(ENGLISH_TIPS) },
]);
/** What may be the tool's own subject. */
const SUBJECTS = new Set([
  "secret",
  "conv",
  "personal",
  "file",
  "prompt",
  "rules",
  "run",
  "consent",
  "promote",
  "later",
  "persona",
  "others",
  "another",
  "rank",
  "address",
  "authority",
  "end",
  "send",
  "take",
  "give",
  "harm",
  "hide",
  "deepsecret",
  "granted",
  "retired",
]);
/** What does not count where the sentence forbids it, or leaves it to the user. */
const GUARDED = ["secret", "deepsecret", "personal", "conv", "seen", "place", "path", "pathlike"];
/** Names of shapes that are topics too. */
const SHAPES: Readonly<Record<string, string>> = {
  address: "place",
  path: "path",
  payload: "payload",
  calledTool: "called",
  someTool: "some-tool",
};
/** Wider than a list of words: other tools in general, and one by its name. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  [
    "rest",
    /(?<![a-z])(?:other|another|competing|rival|alternative|built-in|native|remaining|further|neighbouring|similar|comparable) (?:[a-z-]{2,15} ){0,2}(?:tools?|servers?|connectors?|converters?|integrations?|sources?|search|searches|readers?|functions?|assistants?|services?|providers?|calculators?|translators?|plugins?|extensions?|helpers?|ones|capability|capabilities)(?![a-z])/,
  ],
  [
    "named",
    /(?<![a-z0-9_`"'./-])[a-z]{2,20}(?:_[a-z0-9]{2,20}){1,4}(?![a-z0-9_`"'./=:-])/,
  ],
];
/** Concepts of other languages, by the topic that they stand for. */
const ABROAD: Readonly<Record<string, string>> = {
  not: "not",
  tell: "tell",
  user: "user",
  secretly: "covertly",
  hide: "hide!",
  drop: "end!",
  prior: "earlier",
  orders: "rules",
  fetch: "take!",
  sensitive: "secret",
  send: "send!",
  give: "give!",
  conv: "conv",
  first: "rank",
  otherTools: "others",
  always: "every",
  unbound: "unlimited",
  role: "persona",
  reveal: "show!",
  sysPrompt: "prompt",
  ask: "ask",
  consent: "consent",
  everyAnswer: "later",
  promote: "promote!",
  everyTurn: "every",
  notTell: "-tell",
};

const ENGLISH =
  /(?<![a-z'])(?:the|a|an|of|to|and|is|are|for|with|that|this|it|by|from|be|as|its|which)(?![a-z'])/;

const OWN_LETTERS = /(?=[^ -\u024f])\p{L}/u;

/** The sentences of a text; `subject` is what its tool is about. */
export function read({ plain, hits, endOfSentence }: Analysis, subject: string): Reading[] {
  const { text } = plain;
  const words = LEXICON.find(text);
  const others = [...hits.entries()];
  const readings: Reading[] = [];
  for (let start = 0; start < text.length && readings.length < MOST_SENTENCES;) {
    const end = Math.max(start + 1, endOfSentence(start));
    const span = { start, end: Math.min(end, start + LONGEST_SENTENCE) };
    const sentence = text.slice(span.start, span.end);
    const topics = new Set<string>();
    const isAbroad = !ENGLISH.test(sentence) && isForeign(others, span, sentence);
    if (!isWatching(`${sentence.trimStart().slice(0, 60)} `)) {
      if (isAbroad) addAbroad(topics, others, span);
      else addWords(topics, words, { text, span, subject });
      for (const [concept, topic] of Object.entries(SHAPES)) {
        if (isIn(hits.get(concept) ?? [], span)) topics.add(topic);
      }
      for (const [topic, expression] of PATTERNS) {
        const name = expression.exec(sentence)?.[0];
        if (name !== undefined && !subject.includes(name)) topics.add(topic);
      }
      if (isGuarded(sentence)) GUARDED.forEach((topic) => leave(topics, topic));
      if (isReference(sentence)) leave(topics, "place");
      if (readings.length === 0) topics.add("first");
    }
    readings.push({ ...span, topics });
    start = end + 1;
  }
  return readings;
}

function leave(topics: Set<string>, topic: string): void {
  topics.delete(topic);
  topics.delete(`${topic}!`);
}

function isIn(hits: readonly Hit[], { start, end }: Span): boolean {
  const next = hits[firstFrom(hits, start)];
  return next !== undefined && next.end <= end;
}

function inside(hits: readonly Hit[], { start, end }: Span): Hit[] {
  const found: Hit[] = [];
  for (let i = firstFrom(hits, start); i < hits.length && hits[i]!.start < end; i++) {
    if (hits[i]!.end <= end) found.push(hits[i]!);
  }
  return found;
}

/** Words of one other language: two where it has letters of its own, three where it has not. */
function isForeign(
  all: readonly (readonly [string, readonly Hit[]])[],
  span: Span,
  sentence: string,
): boolean {
  const fewest = OWN_LETTERS.test(sentence) ? 2 : 3;
  const counts = new Map<string, number>();
  for (const [, hits] of all) {
    for (const { language } of inside(hits, span)) {
      if (language !== "en" && language !== "*") {
        counts.set(language, (counts.get(language) ?? 0) + 1);
      }
    }
  }
  return [...counts.values()].some((count) => count >= fewest);
}

function addAbroad(
  topics: Set<string>,
  all: readonly (readonly [string, readonly Hit[]])[],
  span: Span,
): void {
  for (const [concept, hits] of all) {
    const topic = ABROAD[concept];
    if (topic === undefined) continue;
    if (inside(hits, span).some(({ language }) => language !== "en" && language !== "*")) {
      topics.add(topic);
    }
  }
  topics.add("abroad");
  for (const topic of ["tell", "ask", "know", "show!"]) {
    if (topics.has("not") && topics.has(topic)) topics.add(`-${topic.replace("!", "")}`);
  }
}

function addWords(
  topics: Set<string>,
  words: readonly Hit[],
  { text, span, subject }: { text: string; span: Span; subject: string },
): void {
  const found = inside(words, span);
  const denials = found.filter(({ concept }) => concept === `not${INFLECTED}`);
  for (const { concept, start, end } of found) {
    if (PART_OF_NAME.test(text.slice(end, end + 2))) continue;
    const isBase = !concept.endsWith(INFLECTED);
    const topic = isBase ? concept : concept.slice(0, -INFLECTED.length);
    if (SUBJECTS.has(topic) && isOwn(text.slice(start, end), subject)) {
      topics.add(`~${topic}`);
      continue;
    }
    const isDeniedHere = denials.some((denial) =>
      denial.end <= start && start - denial.end <= DENIES &&
      !/[,;:]/.test(text.slice(denial.end, start))
    );
    if (isDeniedHere && topic !== "not") topics.add(`-${topic}`);
    else if (isBase && isOrder(text, span.start, start)) topics.add(`${topic}!`);
    else topics.add(topic);
  }
}

/** "terminate-clusters" terminates nothing. */
const PART_OF_NAME = /^[-_/][a-z]/;

function isOrder(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 60), at).trimStart();
  return isOrdered(before) && !isDenied(before);
}

/** True where the last word is among the words of the subject. */
function isOwn(hit: string, subject: string): boolean {
  const word = hit.split(/[^a-z0-9.]/).at(-1)!;
  return word.length > 2 && subject.includes(word.replace(/(?:ies|s|es)$/, ""));
}
