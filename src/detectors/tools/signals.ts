// Signals: what a text seems to want of a model, each put together from words of several classes.
// A rule adds up the points of its signals; one word, however forceful, is never enough.

import type {
  Confidence,
  Match,
  Span,
  SurfaceItem,
  SurfaceText,
  ToolMatcher,
} from "../../core/mod.ts";
import { SERVER_OWNERS } from "../../core/mod.ts";
import { analyse, type Analysis, firstFrom, hitsOf } from "./analysis.ts";
import type { Hit } from "./lexicon.ts";
import { findPhrase, type Phrase } from "./phrases.ts";
import { isDenied, isEnglish, isNamed, isOrdered, isWatching } from "./sentences.ts";
import { textMatch } from "./surface_text.ts";

export interface Signal {
  /** What the text does, as a message goes on after "The description of tool "add" …". */
  readonly says: string;
  /**
   * English, in this order: concepts with spaces between them, `a|b` for either. `verb!` must be an
   * order; `>80` lets the next part start as far as 80 units on; of `-concept` none may
   * stand in the sentence (other languages only).
   */
  readonly when?: readonly string[];
  /** Every other language, in any order within a sentence. */
  readonly abroad?: readonly string[];
  /** `PROVEN` where absent. */
  readonly points?: number;
  /** Must not be found in the sentence. */
  readonly unless?: RegExp;
  /** Must be found in the sentence. */
  readonly needs?: RegExp;
  readonly roles?: readonly SurfaceText["role"][];
}

/** Points from which a rule reports. */
export const PROVEN = 3;
/** Units between two parts of a signal. */
const GAP = 36;
/** Units on each side of a word of another language that tell whether its sentence is English. */
const NEAR = 150;
/** Units before a signal that are looked at. */
const REACH = 300;

interface Part {
  readonly concepts: readonly string[];
  readonly ordered: boolean;
  readonly gap: number;
}

interface Sequence {
  readonly signal: Signal;
  readonly parts: readonly Part[];
  /** Concepts that must not stand in the sentence. */
  readonly absent: readonly string[];
  readonly abroad: boolean;
}

/** A signal where it stands in the plain text. */
export interface Sighting extends Span {
  readonly says: string;
  readonly points: number;
}

export interface SignalRule {
  readonly signals: readonly Signal[];
  readonly phrases?: readonly Phrase[];
  /** How sure the rule is of an answer, where honest ones say what to do next in such words. */
  readonly answers?: Confidence;
  /** What a switch of the tool does, its own text may say in such words. */
  readonly switches?: "left out";
}

const SWITCH =
  /^(?:force|yes|y|quiet|silent|confirm|confirmed|overwrite|auto|interactive|(?:no|skip|non|auto|assume|without|bypass|ignore|disable|override)[_A-Z-].{0,40})$/;

function isSwitch({ role, parameter }: SurfaceText): boolean {
  return role === "parameter" && parameter !== undefined && SWITCH.test(parameter);
}

function readSequence(signal: Signal, written: string, abroad: boolean): Sequence {
  const parts: Part[] = [];
  const absent: string[] = [];
  let gap = GAP;
  for (const word of written.split(" ")) {
    if (word.startsWith("-")) {
      absent.push(word.slice(1));
      continue;
    }
    if (word.startsWith(">")) {
      gap = Number(word.slice(1));
      continue;
    }
    const ordered = word.endsWith("!");
    parts.push({ concepts: word.replaceAll("!", "").split("|"), ordered, gap });
    gap = GAP;
  }
  return { signal, parts, absent, abroad };
}

export class SignalMatcher {
  readonly #sequences: readonly Sequence[];
  readonly #phrases: readonly Phrase[];

  constructor({ signals, phrases = [] }: SignalRule) {
    this.#sequences = signals.flatMap((signal) => [
      ...(signal.when ?? []).map((written) => readSequence(signal, written, false)),
      ...(signal.abroad ?? []).map((written) => readSequence(signal, written, true)),
    ]);
    this.#phrases = phrases;
  }

  /** Each signal of the text once, where it first stands. */
  find(analysis: Analysis, role: SurfaceText["role"]): Sighting[] {
    const found = new Map<string, Sighting>();
    for (const sequence of this.#sequences) {
      const { says, points = PROVEN, roles } = sequence.signal;
      if (roles && !roles.includes(role)) continue;
      const span = findSequence(analysis, sequence);
      const before = found.get(says);
      if (span && (!before || span.start < before.start)) {
        found.set(says, { says, points, ...span });
      }
    }
    for (const phrase of this.#phrases) {
      if (phrase.roles && !phrase.roles.includes(role)) continue;
      const span = findPhrase(analysis.plain.text, phrase);
      const points = phrase.confidence === "low" ? PROVEN - 1 : PROVEN;
      const before = found.get(phrase.says);
      if (span && !(before && before.points >= points)) {
        found.set(phrase.says, { says: phrase.says, points, ...span });
      }
    }
    return [...found.values()].sort((a, b) => b.points - a.points || a.start - b.start);
  }
}

function findSequence(analysis: Analysis, sequence: Sequence): Span | undefined {
  const [first] = sequence.parts;
  for (const concept of first!.concepts) {
    for (const hit of hitsOf(analysis, concept)) {
      const span = sequence.abroad
        ? gather(analysis, hit, sequence)
        : follow(analysis, hit, sequence);
      if (span && isMeant(analysis, span, sequence)) return span;
    }
  }
  return undefined;
}

/** The parts one after the other from `hit` on, each close to the one before. */
function follow(analysis: Analysis, hit: Hit, { parts }: Sequence): Span | undefined {
  const { text } = analysis.plain;
  if (hit.language !== "en" && hit.language !== "*") return undefined;
  if (parts[0]!.ordered && !isOrdered(text.slice(Math.max(0, hit.start - 60), hit.start))) {
    return undefined;
  }
  const limit = analysis.endOfSentence(hit.end - 1);
  let { end } = hit;
  for (const { concepts, ordered, gap } of parts.slice(1)) {
    let next: Hit | undefined;
    for (const concept of concepts) {
      const hits = hitsOf(analysis, concept);
      for (let i = firstFrom(hits, end); i < hits.length; i++) {
        const candidate = hits[i]!;
        if (candidate.start - end > gap || candidate.end > limit) break;
        if (candidate.language !== "en" && candidate.language !== "*") continue;
        if (ordered && !isOrdered(text.slice(Math.max(0, candidate.start - 60), candidate.start))) {
          continue;
        }
        if (!next || candidate.start < next.start) next = candidate;
        break;
      }
    }
    if (!next) return undefined;
    end = next.end;
  }
  return { start: hit.start, end };
}

/** All parts of one language in the sentence of `hit`, wherever they stand. */
function gather(analysis: Analysis, hit: Hit, { parts, absent }: Sequence): Span | undefined {
  if (hit.language === "en") return undefined;
  const from = analysis.startOfSentence(hit.start);
  const to = analysis.endOfSentence(hit.end - 1);
  const near = { start: Math.max(from, hit.start - NEAR), end: Math.min(to, hit.end + NEAR) };
  if (isEnglish(analysis.plain.text.slice(near.start, near.end))) return undefined;
  let { language, start, end } = hit;
  const taken: Hit[] = [hit];
  for (const { concepts } of parts.slice(1)) {
    let found: Hit | undefined;
    for (const concept of concepts) {
      const hits = hitsOf(analysis, concept);
      for (let i = firstFrom(hits, from), tries = 0; i < hits.length && tries < 40; i++, tries++) {
        const candidate = hits[i]!;
        if (candidate.end > to) break;
        const fits = candidate.language === "*" || language === "*" ||
          candidate.language === language;
        if (!fits || candidate.language === "en") continue;
        // "Mot de passe" does not pass anything.
        if (taken.some((hit) => candidate.start < hit.end && candidate.end > hit.start)) continue;
        found = candidate;
        break;
      }
      if (found) break;
    }
    if (!found) return undefined;
    taken.push(found);
    if (language === "*") language = found.language;
    start = Math.min(start, found.start);
    end = Math.max(end, found.end);
  }
  if (language === "*") return undefined;
  const isDenied = absent.some((concept) =>
    hitsOf(analysis, concept).some((other) =>
      other.language === language && other.start >= from && other.end <= to
    )
  );
  return isDenied ? undefined : { start, end };
}

const SHOWN_ONLY = /\be\.?g[.,]|\bfor example\b|'\);/;

/** False for an attack that is only named, refused or looked for. */
function isMeant(
  { plain: { text }, ...analysis }: Analysis,
  span: Span,
  { signal, parts }: Sequence,
): boolean {
  // An example, or code.
  if (SHOWN_ONLY.test(text.slice(span.start, span.end))) return false;
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const until = analysis.endOfSentence(span.end - 1);
  if (signal.unless || signal.needs) {
    const from = Math.max(span.start - REACH, analysis.startOfSentence(span.start));
    const sentence = text.slice(from, Math.min(until, span.end + REACH));
    if (signal.unless?.test(sentence)) return false;
    if (signal.needs && !signal.needs.test(sentence)) return false;
  }
  const isRefused = parts[0]!.ordered && isDenied(before);
  return !isRefused && !isWatching(before) &&
    !isNamed(before, text.slice(span.end, span.end + REACH));
}

export interface SignalToolMatcher extends ToolMatcher {
  /** What the rule makes of a text that was taken out of another, or put together. */
  readonly verdict: (analysis: Analysis, role: SurfaceText["role"]) => Verdict | undefined;
  /** Every signal, be they enough or not; the weightiest first. */
  readonly sightings: (analysis: Analysis, role: SurfaceText["role"]) => readonly Sighting[];
}

/**
 * One match for each text whose signals come to `PROVEN`. Whole pages for a model hold such words
 * rightly now and then, so instructions and skills have rules of their own.
 */
export function signalMatcher(rule: SignalRule): SignalToolMatcher {
  const matcher = new SignalMatcher(rule);
  return {
    kind: "tool",
    owners: SERVER_OWNERS,
    verdict: (analysis, role) => judge(matcher.find(analysis, role)),
    sightings: (analysis, role) => matcher.find(analysis, role),
    where: (item: SurfaceItem): Match[] =>
      item.texts.flatMap((text) => {
        if (rule.switches && isSwitch(text)) return [];
        const analysis = analyse(text.value);
        const match = judge(matcher.find(analysis, text.role));
        if (!match) return [];
        const found = toMatch({ item, text, analysis }, match);
        const isAnswer = text.role === "result" || text.role === "error";
        return [isAnswer && rule.answers ? { ...found, confidence: rule.answers } : found];
      }),
  };
}

export interface Verdict extends Span {
  readonly says: string;
  readonly points: number;
  /** One of its signals would do without the others. */
  readonly alone: boolean;
}

/** What the signals come to; `undefined` where that is too little. */
export function judge(sightings: readonly Sighting[]): Verdict | undefined {
  const points = sightings.reduce((sum, sighting) => sum + sighting.points, 0);
  const [gravest, ...others] = sightings;
  if (!gravest || points < PROVEN) return undefined;
  const more = others.map(({ says }) => says);
  const says = more.length === 0 ? gravest.says : `${gravest.says}; it also ${more.join(", and ")}`;
  const alone = gravest.points >= PROVEN;
  return { says, points, alone, start: gravest.start, end: gravest.end };
}

function toMatch(
  { item, text, analysis }: { item: SurfaceItem; text: SurfaceText; analysis: Analysis },
  { says, start, end }: Verdict,
): Match {
  const { plain } = analysis;
  const span = { start, end };
  return textMatch({ item, text, span: plain.place(span), shown: plain.source(span) }, says);
}
