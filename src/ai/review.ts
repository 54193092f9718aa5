// The review of a report by language models: places worth a question, the most valuable first, a few
// asked at once, and what they say joined to the report. Same report and same answers, same result.

import type { Finding, HandlerWork, ScanReport } from "../core/mod.ts";
import { judge, type Judgement, type Judging, questionsOf } from "./judge.ts";
import { merged } from "./merge.ts";
import { type Place, placesOf } from "./places.ts";
import type { ModelRequest } from "./provider.ts";

export interface ReviewInput extends Judging {
  /** The findings as they are triaged: what is set aside or known is not asked about. */
  readonly triaged: readonly Finding[];
  readonly handlers: readonly HandlerWork[];
  /** Texts for a model that no rule has reported, each as what a rule would make of it. */
  readonly texts: readonly Finding[];
  /** Places under way at once. */
  readonly atOnce: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** `report` with reviews, and with what models add. */
export async function review(report: ScanReport, input: ReviewInput): Promise<ScanReport> {
  const places = placesIn(report, input);
  let done = 0;
  const judgements = await inTurn(places, input.atOnce, async (place) => {
    const judgement = await judge(place, input);
    input.onProgress?.(++done, places.length);
    return judgement;
  });
  return merged(report, {
    judgements: judgements.filter((each): each is Judgement => each !== undefined),
    places: places.length,
  });
}

/** A question as it would be sent. */
export interface PlannedRequest {
  readonly place: Place;
  readonly request: ModelRequest;
  /** Asked only where the first question about the place acquits it. */
  readonly isSecond: boolean;
}

/** Every question that a review could send, in its order; none whose answer is kept. */
export async function planned(
  report: ScanReport,
  input: Omit<ReviewInput, "asker" | "atOnce">,
): Promise<PlannedRequest[]> {
  const all: PlannedRequest[] = [];
  for (const place of placesIn(report, input)) {
    for (const question of await questionsOf(place, input)) all.push({ place, ...question });
  }
  return all;
}

function placesIn(
  { rules }: ScanReport,
  { triaged, handlers, texts }: Pick<ReviewInput, "triaged" | "handlers" | "texts">,
): Place[] {
  return placesOf({ findings: triaged, rules, handlers, texts });
}

/** The results in the order of the items, with at most `atOnce` under way, begun in that order. */
async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
  return results;
}
