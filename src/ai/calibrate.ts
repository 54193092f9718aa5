// From an answer to a review: how far a model is believed, given what the rule's evidence is worth
// and whether the answer holds for the code alone. Nothing is ever lowered.

import {
  type Confidence,
  CONFIDENCES,
  type Evidence,
  type Finding,
  type Review,
  SEVERITIES,
  type Severity,
} from "../core/mod.ts";
import type { Judgement } from "./judge.ts";
import type { Answer } from "./reply.ts";

/** Per cent from which a model counts as sure, and as sure enough to make a finding graver. */
const SURE = 70;
const VERY_SURE = 80;
/** Per cent of false alarm from which a finding is unlikely, and up to which it is confirmed. */
const UNLIKELY_FROM = 60;
const CONFIRMED_TO = 50;

/** Per cent of findings of such evidence that are false alarms, before anybody has looked. */
const PRIOR: Readonly<Record<Evidence, number>> = { proven: 5, likely: 25, heuristic: 45 };

const STEERED = "The text around the code steered the answer, so it does not count";

/** The finding with the review; as grave and as sure as it was, or more so. */
export function reviewed(
  finding: Finding,
  { answer, bare, sign, model }: Pick<Judgement, "answer" | "bare" | "sign" | "model">,
): Finding & { readonly review: Review } {
  const prior = PRIOR[finding.evidence];
  if (!answer || (sign && sign !== "seen")) {
    const review = { verdict: "uncertain", falseAlarm: prior, reason: STEERED, model } as const;
    return { ...finding, review };
  }
  const estimates = [answer, ...(bare ? [bare] : [])].map(({ falseAlarm, confidence }) =>
    (falseAlarm * confidence + prior * (100 - confidence)) / 100
  );
  const falseAlarm = Math.round(estimates.reduce((sum, each) => sum + each, 0) / estimates.length);
  const isAcquitted = answer.verdict === "not-vulnerable" && bare?.verdict === "not-vulnerable";
  const verdict = isAcquitted && !sign && falseAlarm >= UNLIKELY_FROM
    ? "unlikely"
    : answer.verdict === "vulnerable" && falseAlarm <= CONFIRMED_TO
    ? "confirmed"
    : "uncertain";
  const review = { verdict, falseAlarm, reason: answer.reason, model } as const;
  const { severity, confidence } = finding;
  const raised = verdict === "confirmed" ? raisedBy(finding, answer) : { severity, confidence };
  const isRaised = raised.severity !== severity || raised.confidence !== confidence;
  return {
    ...finding,
    ...raised,
    review: { ...review, ...(isRaised && { raisedFrom: { severity, confidence } }) },
  };
}

/** A step at most on each scale. */
function raisedBy(
  { severity, confidence }: Finding,
  answer: Answer,
): { readonly severity: Severity; readonly confidence: Confidence } {
  const isGraver = answer.severity !== "none" && answer.confidence >= VERY_SURE &&
    SEVERITIES.indexOf(answer.severity) > SEVERITIES.indexOf(severity);
  return {
    severity: isGraver ? stepUp(SEVERITIES, severity) : severity,
    confidence: answer.confidence >= SURE ? stepUp(CONFIDENCES, confidence) : confidence,
  };
}

function stepUp<T>(scale: readonly T[], value: T): T {
  return scale[Math.min(scale.indexOf(value) + 1, scale.length - 1)]!;
}

/** How sure a finding is that a model has made: never more than medium. */
export function confidenceOf(reported: { readonly confidence: number }): Confidence {
  return reported.confidence >= VERY_SURE ? "medium" : "low";
}
