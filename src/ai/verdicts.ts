// Answers that are kept, so that an unchanged place costs nothing and says the same again. What is
// read back is as hostile as what a model says: a file of answers may come with the code.

import type { JsonObject } from "./json.ts";
import { isObject } from "./json.ts";
import { type Answer, readAnswer } from "./reply.ts";
import type { Question } from "./prompt.ts";
import { type Sign, SIGNS } from "./steering.ts";

/** Where answers are kept; neither call throws. */
export interface VerdictStore {
  /** Of one of the models, in their order; of any where none is named. */
  readonly get: (question: string, models: readonly string[]) => Promise<KeptVerdict | undefined>;
  readonly put: (question: string, verdict: KeptVerdict) => Promise<void>;
}

export interface KeptVerdict {
  /** `provider/model`. */
  readonly model: string;
  readonly text: string;
}

/** What one question came to. */
export interface Outcome {
  readonly model: string;
  readonly answer?: Answer;
  readonly sign?: Sign;
}

const KEPT = [
  "verdict",
  "severity",
  "confidence",
  "false_alarm",
  "reason",
  "steering_quote",
  "findings",
] as const;
const MAX_TEXT = 20_000;

/** `undefined` for what had better be asked again. */
export function keptText(
  answer: JsonObject | undefined,
  sign: Sign | undefined,
): string | undefined {
  const kept = answer && Object.fromEntries(KEPT.map((key) => [key, answer[key]]));
  if (!kept && !sign) return undefined;
  const text = JSON.stringify({ ...(sign && { sign }), ...(kept && { answer: kept }) });
  return text.length <= MAX_TEXT ? text : undefined;
}

export function fromKept(
  { model, text }: KeptVerdict,
  question: Pick<Question, "lines">,
): Outcome | undefined {
  if (text.length > MAX_TEXT) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const answer = isObject(value["answer"]) ? readAnswer(value["answer"], question) : undefined;
  const sign = SIGNS.find((known) => known === value["sign"]);
  return answer || sign ? { model, ...(answer && { answer }), ...(sign && { sign }) } : undefined;
}
