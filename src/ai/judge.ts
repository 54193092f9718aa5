// One place: the question, the answer, and a second question where the first acquits. An acquittal
// counts only where it holds for the code alone, as text can be written to bring one about.

import type { Excerpt } from "../core/mod.ts";
import { extractObject } from "./answer.ts";
import type { Place } from "./places.ts";
import { keyOf, type Marks, marksOf, type Question, questionAbout, requestOf } from "./prompt.ts";
import type { Asker, ModelReply, ModelRequest } from "./provider.ts";
import { type Answer, readReply } from "./reply.ts";
import { type Sign, signOf, speaksToReviewers } from "./steering.ts";
import { fromKept, keptText, type Outcome, type VerdictStore } from "./verdicts.ts";

export interface Judging {
  readonly excerpt: (place: Place) => Promise<Excerpt | undefined>;
  /** Takes out secrets that are still in a text. */
  readonly redact: (text: string) => Promise<string>;
  /** Left out where kept answers alone count. */
  readonly asker?: Asker | undefined;
  readonly verdicts?: VerdictStore | undefined;
  /** `provider/model`, those that may be asked. */
  readonly models: readonly string[];
  /** 16 hexadecimal digits. */
  readonly random: () => string;
}

export interface Judgement {
  readonly place: Place;
  readonly question: Question;
  /** Of the place as it stands. */
  readonly answer?: Answer;
  /** Of its code alone, where that was asked for. */
  readonly bare?: Answer;
  readonly sign?: Sign;
  readonly model: string;
}

/** `undefined` where there is no answer, and nothing to tell. */
export async function judge(place: Place, judging: Judging): Promise<Judgement | undefined> {
  const excerpt = await judging.excerpt(place);
  if (!excerpt) return undefined;
  const question = await redacted(questionAbout(place, excerpt, { isBare: false })!, judging);
  const outcome = await ask(question, judging);
  if (!outcome) return undefined;
  const { answer, model, sign } = outcome;
  const judgement: Judgement = { place, question, ...outcome };
  if (!answer || sign || answer.verdict === "vulnerable") return withSeen(judgement);
  const isAimed = speaksToReviewers(question);
  if (!isControlled(place, question, answer)) return withSeen(judgement);
  const bareQuestion = questionAbout(place, excerpt, { isBare: true });
  if (!bareQuestion) {
    return isAimed && answer.verdict === "not-vulnerable"
      ? { ...judgement, sign: "swayed" }
      : withSeen(judgement);
  }
  const control = await ask(await redacted(bareQuestion, judging), judging);
  const bare = control?.answer;
  if (!bare) return withSeen(judgement);
  const isSwayed = bare.verdict === "vulnerable";
  return isSwayed
    ? { place, question, answer, bare, model, sign: isAimed ? "ordered" : "swayed" }
    : withSeen({ ...judgement, bare });
}

/** Whether an answer is held against one about the code alone. */
function isControlled({ kind }: Place, question: Question, { verdict }: Answer): boolean {
  if (verdict === "vulnerable") return false;
  return speaksToReviewers(question) || (kind === "finding" && verdict === "not-vulnerable");
}

/**
 * What would be asked of a place: first as it stands, then, should that acquit, of its code alone.
 * Questions whose answers are kept are left out.
 */
export async function questionsOf(
  place: Place,
  judging: Omit<Judging, "asker">,
): Promise<readonly { readonly request: ModelRequest; readonly isSecond: boolean }[]> {
  const excerpt = await judging.excerpt(place);
  if (!excerpt) return [];
  const first = await redacted(questionAbout(place, excerpt, { isBare: false })!, judging);
  const known = await knownOf(first, judging);
  const request = (question: Question): ModelRequest =>
    requestOf(question, marksOf(judging.random));
  const asked = known ? [] : [{ request: request(first), isSecond: false }];
  const mayFollow = known
    ? !known.sign && known.answer !== undefined && isControlled(place, first, known.answer)
    : place.kind === "finding" || speaksToReviewers(first);
  const bare = mayFollow ? questionAbout(place, excerpt, { isBare: true }) : undefined;
  if (!bare) return asked;
  const second = await redacted(bare, judging);
  if (await knownOf(second, judging)) return asked;
  return [...asked, { request: request(second), isSecond: true }];
}

async function knownOf(
  question: Question,
  { verdicts, models }: Pick<Judging, "verdicts" | "models">,
): Promise<Outcome | undefined> {
  const kept = await verdicts?.get(keyOf(question), models);
  return kept && fromKept(kept, question);
}

/** A model may point at words that speak to it, and still judge the code. */
function withSeen(judgement: Judgement): Judgement {
  const isSeen = !judgement.sign && judgement.answer && judgement.answer.steeringQuote !== "";
  return isSeen ? { ...judgement, sign: "seen" } : judgement;
}

async function redacted(
  question: Question,
  { redact }: Pick<Judging, "redact">,
): Promise<Question> {
  const data = await redact(question.data);
  if (data === question.data) return question;
  // The lines that quotes are held against are those that were shown.
  const shown = new Map(
    data.split("\n").flatMap((line) => {
      const bar = line.indexOf("| ");
      const number = bar < 0 || bar > 8 ? NaN : Number(line.slice(0, bar));
      return Number.isInteger(number) ? [[number, line.slice(bar + 2)] as const] : [];
    }),
  );
  const lines = question.lines.map((line, i) => ({ ...line, text: shown.get(i + 1) ?? "" }));
  return { ...question, data, lines };
}

async function ask(question: Question, judging: Judging): Promise<Outcome | undefined> {
  const known = await knownOf(question, judging);
  if (known) return known;
  const marks = marksOf(judging.random);
  const reply = await judging.asker?.ask(requestOf(question, marks));
  return reply && await taken(reply, { question, marks, judging });
}

async function taken(
  reply: ModelReply,
  { question, marks, judging }: {
    readonly question: Question;
    readonly marks: Marks;
    readonly judging: Judging;
  },
): Promise<Outcome | undefined> {
  const { models, verdicts } = judging;
  // A provider may name a version of the model that was asked.
  const model = models.find((each) => each.startsWith(`${reply.provider}/`)) ??
    `${reply.provider}/${reply.model}`;
  const { answer, check } = readReply(reply.text, question);
  const isSigned = answer !== undefined && check === marks.check;
  const sign = signOf(reply.text, { marks, question, isSigned });
  const counts = isSigned && !sign ? answer : undefined;
  const text = keptText(counts && extractObject(reply.text), sign);
  if (text !== undefined) await verdicts?.put(keyOf(question), { model, text });
  return counts || sign
    ? { model, ...(counts && { answer: counts }), ...(sign && { sign }) }
    : undefined;
}
