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
  if (!isAimed && !(place.kind === "finding" && answer.verdict === "not-vulnerable")) {
    return withSeen(judgement);
  }
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

/** What would be asked of a place: first as it stands, then, should that acquit, of its code alone. */
export async function questionsOf(
  place: Place,
  judging: Pick<Judging, "excerpt" | "redact" | "random">,
): Promise<readonly { readonly request: ModelRequest; readonly question: Question }[]> {
  const excerpt = await judging.excerpt(place);
  if (!excerpt) return [];
  const asked: { request: ModelRequest; question: Question }[] = [];
  for (const isBare of [false, true]) {
    const made = questionAbout(place, excerpt, { isBare });
    if (!made || (isBare && place.kind === "handler")) continue;
    const question = await redacted(made, judging);
    asked.push({ request: requestOf(question, marksOf(judging.random)), question });
  }
  return asked;
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
  const { asker, verdicts, models } = judging;
  const key = keyOf(question);
  const kept = await verdicts?.get(key, models);
  const known = kept && fromKept(kept, question);
  if (known) return known;
  const marks = marksOf(judging.random);
  const reply = await asker?.ask(requestOf(question, marks));
  if (!reply) return undefined;
  return await taken(reply, { question, marks, key, judging });
}

async function taken(
  reply: ModelReply,
  { question, marks, key, judging }: {
    readonly question: Question;
    readonly marks: Marks;
    readonly key: string;
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
  if (text !== undefined) await verdicts?.put(key, { model, text });
  return counts || sign
    ? { model, ...(counts && { answer: counts }), ...(sign && { sign }) }
    : undefined;
}
