// What a model answers, taken as hostile: it is what the text it read has made of it. Each value is
// held to its form and its bounds, and each quote to the lines that were shown.

import { SEVERITIES, type Severity } from "../core/mod.ts";
import { extractObject } from "./answer.ts";
import { isObject, type JsonObject } from "./json.ts";
import { KINDS } from "./kinds.ts";
import { ANSWERS, type NumberedLine, type Question } from "./prompt.ts";

const MAX_REASON = 600;
const MAX_SUMMARY = 240;
const MAX_QUOTE = 400;
const MIN_QUOTE = 4;
/** Findings of one answer; more is noise. */
const MAX_FINDINGS = 3;

export interface Reported {
  /** One of `KINDS`. */
  readonly kind: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly summary: string;
  /** From 1 on: the line, as the question numbers it, that holds the quote. */
  readonly line: number;
  readonly quote: string;
}

export interface Answer {
  readonly verdict: typeof ANSWERS[number];
  readonly severity: Severity | "none";
  /** Per cent, as the next. */
  readonly confidence: number;
  readonly falseAlarm: number;
  readonly reason: string;
  /** Words of the data that speak to a reviewer; "" where the model saw none that are there. */
  readonly steeringQuote: string;
  readonly findings: readonly Reported[];
  /** Findings that the code does not show. */
  readonly dropped: number;
}

export interface ReadReply {
  readonly answer: Answer | undefined;
  /** What the model gave back as the word to check it by. */
  readonly check: string | undefined;
}

/** `answer` is left out where it is none. */
export function readReply(text: string, question: Pick<Question, "lines">): ReadReply {
  const object = extractObject(text);
  const check = object && typeof object["check"] === "string" ? object["check"].trim() : undefined;
  return { answer: object && readAnswer(object, question), check };
}

export function readAnswer(
  object: JsonObject,
  { lines }: Pick<Question, "lines">,
): Answer | undefined {
  const verdict = ANSWERS.find((known) => known === object["verdict"]);
  const severity = object["severity"] === "none" ? "none" : severityOf(object["severity"]);
  const confidence = percent(object["confidence"]);
  const falseAlarm = percent(object["false_alarm"]);
  const { reason, findings, steering_quote: quote } = object;
  if (
    verdict === undefined || severity === undefined || confidence === undefined ||
    falseAlarm === undefined || typeof reason !== "string" || typeof quote !== "string" ||
    !Array.isArray(findings)
  ) return undefined;
  const reported = findings.slice(0, MAX_FINDINGS).map((each) => readFinding(each, lines));
  return {
    verdict,
    severity,
    confidence,
    falseAlarm,
    reason: cut(reason, MAX_REASON),
    steeringQuote: lineOfQuote(quote, lines) === undefined ? "" : cut(quote, MAX_QUOTE),
    findings: reported.filter((each) => each !== undefined),
    dropped: reported.filter((each) => each === undefined).length,
  };
}

function readFinding(value: unknown, lines: readonly NumberedLine[]): Reported | undefined {
  if (!isObject(value)) return undefined;
  const { kind, summary, quote, line } = value;
  const severity = severityOf(value["severity"]);
  const confidence = percent(value["confidence"]);
  if (
    typeof kind !== "string" || !Object.hasOwn(KINDS, kind) || severity === undefined ||
    confidence === undefined || typeof summary !== "string" || typeof quote !== "string" ||
    !Number.isSafeInteger(line)
  ) return undefined;
  const found = lineOfQuote(quote, lines, line as number);
  if (found === undefined) return undefined;
  const shortened = cut(quote, MAX_QUOTE);
  return {
    kind,
    severity,
    confidence,
    summary: cut(summary, MAX_SUMMARY),
    line: found,
    quote: shortened,
  };
}

/** The number of the line that holds the quote, the nearest to `near`; of several lines the first. */
export function lineOfQuote(
  quote: string,
  lines: readonly NumberedLine[],
  near = 1,
): number | undefined {
  const wanted = quote.split("\n").map(folded).filter((line) => line !== "");
  const [first, ...rest] = wanted;
  if (first === undefined || quote.length > MAX_QUOTE * 4 || wanted.length > 8) return undefined;
  if (wanted.join("").length < MIN_QUOTE) return undefined;
  const texts = lines.map(({ text }) => folded(text));
  let best: number | undefined;
  for (let i = 0; i < texts.length; i++) {
    const isHere = texts[i]!.includes(first) &&
      rest.every((line, k) => texts[i + k + 1]?.includes(line));
    if (isHere && (best === undefined || Math.abs(i + 1 - near) < Math.abs(best - near))) {
      best = i + 1;
    }
  }
  return best;
}

function folded(text: string): string {
  // A model may copy the number too.
  return text.replace(/^ {0,8}\d{1,3}\| ?/, "").replace(/\s+/g, " ").trim();
}

function severityOf(value: unknown): Severity | undefined {
  return SEVERITIES.find((known) => known === value);
}

function percent(value: unknown): number | undefined {
  const isOne = typeof value === "number" && value >= 0 && value <= 100;
  return isOne ? Math.round(value) : undefined;
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`.toWellFormed();
}
