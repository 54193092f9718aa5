// Models for tests of the review, without any provider: each sees a request as one on the wire would.

import type { Asker, ModelRequest } from "../../src/ai/mod.ts";

export interface AnswerFields {
  readonly verdict?: string;
  readonly severity?: string;
  readonly confidence?: number;
  readonly false_alarm?: number;
  readonly reason?: string;
  readonly steering_quote?: string;
  readonly findings?: readonly unknown[];
}

/** An answer of the form that is asked for, signed as the request wants it. */
export function answerTo(request: ModelRequest, fields: AnswerFields = {}): string {
  return JSON.stringify({
    check: wordOf(request, "check"),
    verdict: "vulnerable",
    severity: "high",
    confidence: 90,
    false_alarm: 10,
    reason: "A value from outside gets there",
    steering_quote: "",
    findings: [],
    ...fields,
  });
}

/** One of the words that the system's part gives: `check`, `word` (the canary) or `data` (the fence). */
export function wordOf({ system }: ModelRequest, kind: "check" | "word" | "data"): string {
  return new RegExp(`${kind}-[0-9a-f]{16}`).exec(system)![0];
}

/** The data of a request, without what surrounds it. */
export function dataOf(request: ModelRequest): string {
  const fence = wordOf(request, "data");
  const { user } = request;
  return user.slice(user.indexOf(`<<<${fence}`) + fence.length + 3, user.indexOf(`${fence}>>>`));
}

export interface FakeModel extends Asker {
  readonly requests: readonly ModelRequest[];
}

/** `undefined`: nobody answers. */
export function fakeModel(
  answer: (request: ModelRequest, index: number) => string | undefined | Promise<string>,
  { name = "a-model" } = {},
): FakeModel {
  const requests: ModelRequest[] = [];
  return {
    requests,
    ask: async (request) => {
      const text = await answer(request, requests.push(request) - 1);
      if (text === undefined) return undefined;
      return { text, usage: { input: 10, output: 10 }, model: name, provider: "fake" };
    },
  };
}

/** Acquits where `isFine` holds for the data, else convicts. */
export function acquitting(isFine: (data: string) => boolean): FakeModel {
  return fakeModel((request) =>
    answerTo(
      request,
      isFine(dataOf(request))
        ? { verdict: "not-vulnerable", severity: "none", false_alarm: 95, reason: "All is well" }
        : {},
    )
  );
}
