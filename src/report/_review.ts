// What a terminal says of reviews by models.

import { type Review, showable, type Verdict } from "../core/mod.ts";
import type { FilteredReport } from "./filter.ts";

const WORDS: Readonly<Record<Verdict, string>> = {
  confirmed: "confirmed",
  uncertain: "undecided",
  unlikely: "probably a false alarm",
};

/** In one line: the verdict, how sure, whose, and why. */
export function reviewText({ verdict, falseAlarm, reason, model, raisedFrom }: Review): string {
  const raised = raisedFrom
    ? `; raised from ${raisedFrom.severity}, ${raisedFrom.confidence} confidence`
    : "";
  const facts = `${WORDS[verdict]}, by ${model}, ${falseAlarm}% false alarm${raised}`;
  return showable(reason === "" ? facts : `${facts}: ${reason}`);
}

/** What was asked and what came of it. */
export function reviewLines({ review }: FilteredReport): string[] {
  if (!review) return [];
  const { places, reviewed, unanswered, verdicts, added, dropped, steered, models } = review;
  const by = models.length === 0 ? "" : ` by ${models.map(showable).join(", ")}`;
  const found = [
    `${verdicts.confirmed} confirmed`,
    `${verdicts.unlikely} probably false alarms`,
    `${verdicts.uncertain} undecided`,
    `${added} added`,
    ...(dropped > 0 ? [`${dropped} dropped, as the code does not show them`] : []),
    ...(steered > 0 ? [`${steered} with text that steers a reviewer`] : []),
  ].join(", ");
  return [
    `Review: ${reviewed} of ${places} doubtful places${by}: ${found}`,
    ...(unanswered === 0 ? [] : [
      `The review is incomplete: ${unanswered} of its questions ${
        unanswered === 1 ? "has" : "have"
      } no answer`,
    ]),
  ];
}

export function unlikelyLine({ hiddenUnlikely }: FilteredReport): string {
  return hiddenUnlikely === 1
    ? "1 finding is left out as probably a false alarm; the exit code counts it"
    : `${hiddenUnlikely} findings are left out as probably false alarms; the exit code counts them`;
}
