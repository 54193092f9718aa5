import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { type CountingAsker, createAsker } from "../../src/ai/asker.ts";
import { createBudget, dollars } from "../../src/ai/budget.ts";
import { costOf, listedPrice, worstCase } from "../../src/ai/prices.ts";
import { PRICE_PAGES, PROVIDER_NAMES, type ProviderEntry, PROVIDERS } from "../../src/ai/mod.ts";
import type { ModelRequest, TokenUsage } from "../../src/ai/provider.ts";
import { ProviderError } from "../../src/ai/provider_error.ts";
import { leapClock, question, VERDICT } from "../support/ai_session.ts";

/** Numbers from 0 up to 1 out of a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SEEDS = 1_000;
const REQUESTS = 200;
const IN_FLIGHT = 50;

Deno.test(`${REQUESTS} requests with ${IN_FLIGHT} in flight never spend more than the budget, in ${SEEDS} runs`, async () => {
  let [answered, refused, crowded] = [0, 0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = randomOf(seed);
    const limit = Math.floor(random() * 40_000);
    const budget = createBudget(limit);
    let [inFlight, peak] = [0, 0];
    const work = async (worst: number): Promise<void> => {
      const reservation = await budget.reserve(worst);
      ok(budget.spent + budget.reserved <= limit);
      if (reservation === undefined) return void refused++;
      peak = Math.max(peak, ++inFlight);
      // Others go on in between, in an order of chance.
      for (let turns = random() * 8; turns > 0; turns--) await undefined;
      inFlight--;
      reservation.settle(Math.floor(random() * (worst + 1)));
      ok(budget.spent + budget.reserved <= limit);
      answered++;
    };
    const queue = Array.from({ length: REQUESTS }, () => Math.floor(random() * 1_500));
    const next = async (): Promise<void> => {
      for (let worst = queue.shift(); worst !== undefined; worst = queue.shift()) await work(worst);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, next));
    ok(budget.spent <= limit);
    strictEqual(budget.reserved, 0);
    if (peak >= 10) crowded++;
  }
  strictEqual(answered + refused, SEEDS * REQUESTS);
  // Both ends were met, and many at once.
  ok(answered > 1_000 && refused > 1_000 && crowded > 100);
});

const PRICE = { input: 750_000, output: 4_500_000 };

/** A provider that uses what `usage` says and fails where `fails` says so. */
function askerOver(
  { limit, usage, fails = () => undefined, maxRequests = 1_000, warn = () => {} }: {
    readonly limit: number;
    readonly usage: (request: ModelRequest) => TokenUsage;
    readonly fails?: () => ProviderError | undefined;
    readonly maxRequests?: number;
    readonly warn?: (text: string) => void;
  },
): CountingAsker {
  return createAsker({
    seats: [{
      provider: {
        name: "openai",
        model: "m",
        ask: async (request) => {
          for (let turn = 0; turn < 5; turn++) await undefined;
          const error = fails();
          if (error !== undefined) throw error;
          return {
            text: JSON.stringify(VERDICT),
            usage: usage(request),
            model: "m",
            provider: "openai",
          };
        },
        checkHealth: () => Promise.resolve(),
      },
      label: "OpenAI",
      price: PRICE,
      concurrency: IN_FLIGHT,
      setUp: "",
    }],
    budget: createBudget(limit),
    concurrency: IN_FLIGHT,
    maxRequests,
    timeoutMs: 60_000,
    clock: leapClock().clock,
    random: () => 0,
    warn,
  });
}

const WORST = costOf(worstCase(question()), PRICE);

Deno.test("questions at once are answered as far as the budget is known to reach, and the rest told", async () => {
  const usage = { input: 120, output: 30 };
  const each = costOf(usage, PRICE);
  const limit = WORST * 3;
  const asker = askerOver({ limit, usage: () => usage });
  const replies = await Promise.all(
    Array.from({ length: REQUESTS }, () => asker.ask(question())),
  );
  const answered = replies.filter((reply) => reply !== undefined).length;
  // The last is answered where its worst case still fits.
  strictEqual(answered, Math.floor((limit - WORST) / each) + 1);
  const [spending] = asker.spending();
  strictEqual(spending?.cost, answered * each);
  deepStrictEqual(spending?.usage, { input: answered * 120, output: answered * 30 });
  ok((spending?.cost ?? Infinity) <= limit);
  strictEqual(asker.unanswered().budget, REQUESTS - answered);
});

Deno.test("what may have been billed without an answer counts in full", async () => {
  const asker = askerOver({
    limit: WORST * 2,
    usage: () => ({ input: 1, output: 1 }),
    fails: () => new ProviderError("timeout", "Late", { mayBeBilled: true }),
  });
  strictEqual(await asker.ask(question()), undefined);
  const [spending] = asker.spending();
  strictEqual(spending?.requests, 2);
  strictEqual(spending?.cost, WORST * 2);
  strictEqual(asker.unanswered().budget, 1);
});

Deno.test("a provider that counts more than it was sent is told of, and its count stands", async () => {
  const warnings: string[] = [];
  const usage = { input: 10 ** 6, output: 1 };
  const asker = askerOver({
    limit: WORST * 2,
    usage: () => usage,
    warn: (text) => warnings.push(text),
  });
  ok(await asker.ask(question()) !== undefined);
  strictEqual(await asker.ask(question()), undefined);
  strictEqual(asker.spending()[0]?.cost, costOf(usage, PRICE));
  deepStrictEqual(warnings, [
    "OpenAI counts more tokens than it was sent or allowed: the budget may not hold",
  ]);
});

Deno.test("what is refused costs nothing", async () => {
  const asker = askerOver({
    limit: WORST,
    usage: () => ({ input: 1, output: 1 }),
    fails: () => new ProviderError("server", "Busy", { status: 500 }),
  });
  await asker.ask(question());
  await asker.ask(question());
  strictEqual(asker.spending()[0]?.cost, 0);
  strictEqual(asker.spending()[0]?.requests, 2);
});

Deno.test("no more requests are sent than allowed, tries again included", async () => {
  const asker = askerOver({
    limit: WORST * 100,
    usage: () => ({ input: 1, output: 1 }),
    maxRequests: 7,
  });
  const replies = await Promise.all(Array.from({ length: 20 }, () => asker.ask(question())));
  strictEqual(replies.filter((reply) => reply !== undefined).length, 7);
  strictEqual(asker.spending()[0]?.requests, 7);
  strictEqual(asker.unanswered().requests, 13);
});

Deno.test("a question that is too long is not sent", async () => {
  const asker = askerOver({ limit: 10 ** 9, usage: () => ({ input: 1, output: 1 }) });
  strictEqual(await asker.ask(question("x".repeat(70_000))), undefined);
  strictEqual(asker.spending()[0]?.requests, 0);
  strictEqual(asker.unanswered().tooLong, 1);
});

Deno.test("createBudget() takes whole micro-dollars, and counts a settlement once", async () => {
  const budget = createBudget(10);
  await rejects(budget.reserve(0.5), RangeError);
  await rejects(budget.reserve(-1), RangeError);
  const reservation = await budget.reserve(10);
  strictEqual(await Promise.race([budget.reserve(1), Promise.resolve("waits")]), "waits");
  reservation?.settle(4);
  reservation?.settle(4);
  await undefined;
  strictEqual(budget.spent, 4);
  strictEqual(budget.reserved, 1);
});

Deno.test("costs are whole micro-dollars, rounded up", () => {
  strictEqual(costOf({ input: 1, output: 0 }, { input: 100_000, output: 0 }), 1);
  strictEqual(costOf({ input: 1_000_000, output: 1_000_000 }, PRICE), 5_250_000);
  strictEqual(costOf({ input: 0, output: 0 }, PRICE), 0);
  strictEqual(dollars(12_300), "$0.0123");
  strictEqual(dollars(12_301), "$0.0124");
  strictEqual(dollars(0), "$0.0000");
  strictEqual(dollars(1_000_000), "$1.0000");
});

Deno.test("a prompt is never counted as more tokens than its worst case", () => {
  const request = question("ÄÖÜ 漢字 🦊".repeat(50));
  const bytes = new TextEncoder().encode(request.user).length;
  ok(worstCase(request).input >= bytes + 1_000);
  strictEqual(worstCase(request).output, 200);
});

Deno.test("every paid provider's default model has a price, and every price a date and a source", () => {
  for (const name of PROVIDER_NAMES) {
    const { defaultModel, isFree }: ProviderEntry = PROVIDERS[name];
    if (defaultModel === undefined || isFree) continue;
    ok(listedPrice(name, defaultModel) !== undefined, defaultModel);
  }
  for (const { source, checked, models } of Object.values(PRICE_PAGES)) {
    ok(source.startsWith("https://"));
    ok(/^20\d\d-\d\d-\d\d$/.test(checked));
    for (const { input, output } of Object.values(models)) ok(input > 0 && output >= input);
  }
});

Deno.test("listedPrice() knows dated editions, and no other model", () => {
  deepStrictEqual(listedPrice("openai", "gpt-5.4-mini-2026-03-17"), PRICE);
  deepStrictEqual(listedPrice("anthropic", "claude-haiku-4-5-20251001"), {
    input: 1_000_000,
    output: 5_000_000,
  });
  // Where prompts are kept at a higher price, that price counts.
  deepStrictEqual(listedPrice("openai", "gpt-6-luna"), { input: 125_000, output: 500_000 });
  strictEqual(listedPrice("openai", "gpt-5.4-maxi"), undefined);
  strictEqual(listedPrice("mistral", "gpt-6-luna"), undefined);
  strictEqual(listedPrice("openai", "constructor"), undefined);
});
