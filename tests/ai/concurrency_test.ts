// As many questions are under way as the limits let: counted in rounds, not in seconds.

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { question, sessionOver, VERDICT } from "../support/ai_session.ts";
import { type FakeProvider, startFakeProvider } from "../support/fake_providers.ts";
import type { AiSettings, ProviderName } from "../../src/ai/mod.ts";

/** A provider that answers only once `crowd` questions are under way, or all that are left. */
function inRounds(name: ProviderName, { crowd, all }: { crowd: number; all: number }) {
  let rounds = 0;
  let open = Promise.withResolvers<void>();
  let here = 0;
  const fake: FakeProvider = startFakeProvider(name, {
    answer: () => VERDICT,
    models: ["any:latest", "gpt-6-luna"],
    before: async (index) => {
      const { promise, resolve } = open;
      here++;
      if (here === crowd || index === all - 1) {
        rounds++;
        here = 0;
        open = Promise.withResolvers<void>();
        resolve();
      }
      await promise;
    },
  });
  return { fake, rounds: () => rounds };
}

async function roundsOf(
  name: ProviderName,
  { crowd, all, settings }: { crowd: number; all: number; settings?: AiSettings },
): Promise<[rounds: number, peak: number, answered: number]> {
  const { fake, rounds } = inRounds(name, { crowd, all });
  await using _closing = fake;
  const { session } = await sessionOver({ [name]: fake }, {
    settings: { of: { ollama: { model: "any:latest" } }, budget: 10, ...settings },
  });
  const asker = await session.start();
  const replies = await Promise.all(
    Array.from({ length: all }, (_each, at) => asker?.ask(question(`Question ${at}`))),
  );
  return [rounds(), fake.peak, replies.filter((reply) => reply !== undefined).length];
}

Deno.test("200 questions take four rounds of 50", async () => {
  deepStrictEqual(await roundsOf("openai", { crowd: 50, all: 200 }), [4, 50, 200]);
});

Deno.test("a number that the user gives counts for each provider too", async () => {
  const settings = { concurrency: 10 };
  deepStrictEqual(await roundsOf("openai", { crowd: 10, all: 40, settings }), [4, 10, 40]);
  deepStrictEqual(await roundsOf("ollama", { crowd: 10, all: 40, settings }), [4, 10, 40]);
});

Deno.test("a provider that works on few at a time is asked few at a time", async () => {
  deepStrictEqual(await roundsOf("ollama", { crowd: 2, all: 6 }), [3, 2, 6]);
});

Deno.test("all who are turned away wait as long as one of them is told to", async () => {
  let turned = 0;
  await using fake = startFakeProvider("openai", {
    answer: () => VERDICT,
    trouble: (index) =>
      index < 3 ? (turned++, { status: 429, headers: { "retry-after": "5" } }) : undefined,
  });
  const { session } = await sessionOver({ openai: fake });
  const asker = await session.start();
  const replies = await Promise.all([1, 2, 3].map(() => asker?.ask(question())));
  strictEqual(turned, 3);
  strictEqual(replies.filter((reply) => reply !== undefined).length, 3);
  strictEqual(fake.prompts.length, 6);
});
