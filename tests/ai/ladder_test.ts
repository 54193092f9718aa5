// Models differ in what they take: what one refuses is left out, and it is asked the rest of the way
// as it was answered.

import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { ProviderName } from "../../src/ai/mod.ts";
import { question, sessionOver, VERDICT } from "../support/ai_session.ts";
import { type Seen, startFakeProvider } from "../support/fake_providers.ts";

const SETTINGS = { of: { "openai-compatible": { model: "any" } } };

/** Asks twice a provider that refuses with 400 what `refuses` finds in a body. */
async function bodiesOf(
  name: ProviderName,
  refuses: (body: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>[]> {
  const fake = startFakeProvider(name, {
    answer: () => VERDICT,
    trouble: () => refuses(bodyOf(fake.seen.at(-1))) ? { status: 400 } : undefined,
  });
  await using _closing = fake;
  const { session, world } = await sessionOver({ [name]: fake }, { settings: SETTINGS });
  const asker = await session.start();
  for (const user of ["First?", "Second?"]) {
    const reply = await asker?.ask(question(user));
    deepStrictEqual(JSON.parse(reply?.text ?? ""), VERDICT);
  }
  deepStrictEqual(world.warnings, []);
  strictEqual(asker?.spending()[0]?.requests, 2);
  return fake.seen.filter(({ prompt }) => prompt !== undefined).map(bodyOf);
}

function bodyOf(seen: Seen | undefined): Record<string, unknown> {
  return JSON.parse(seen?.body ?? "{}");
}

Deno.test("a model of OpenAI's without a switch for its reasoning is asked with a little of it", async () => {
  const bodies = await bodiesOf("openai", (body) => body["reasoning_effort"] === "none");
  deepStrictEqual(
    bodies.map((body) => [body["reasoning_effort"], body["temperature"]]),
    [["none", 0], ["low", undefined], ["low", undefined]],
  );
});

Deno.test("a model of OpenAI's that does not reason is asked with temperature 0", async () => {
  const bodies = await bodiesOf("openai", (body) => "reasoning_effort" in body);
  deepStrictEqual(
    bodies.map((body) => [body["reasoning_effort"], body["temperature"]]),
    [["none", 0], ["low", undefined], [undefined, 0], [undefined, 0]],
  );
});

for (const name of ["openai", "openai-compatible", "mistral", "cohere", "gemini"] as const) {
  Deno.test(`${name}: a model that takes no schema is told it in words`, async () => {
    const bodies = await bodiesOf(name, hasSchema);
    strictEqual(bodies.filter(hasSchema).length, bodies.length - 2);
    for (const body of bodies.slice(-2)) match(JSON.stringify(body), /meets this JSON Schema:/);
  });
}

/** Whether a body carries a schema of its own, not one in words. */
function hasSchema(body: Record<string, unknown>): boolean {
  const format = body["response_format"] ?? body["generationConfig"] ?? {};
  return JSON.stringify(format).includes("chema");
}

Deno.test("a model of Anthropic's is asked with its thinking off, else with little of it", async () => {
  const thinking = (body: Record<string, unknown>): unknown => [
    (body["thinking"] as { type?: string } | undefined)?.type,
    (body["output_config"] as { effort?: string } | undefined)?.effort,
    body["tool_choice"] !== undefined,
  ];
  const always = await bodiesOf("anthropic", (body) => body["thinking"] !== undefined);
  deepStrictEqual(always.map(thinking), [
    ["disabled", undefined, false],
    [undefined, "low", false],
    [undefined, "low", false],
  ]);
  const older = await bodiesOf("anthropic", (body) => body["output_config"] !== undefined);
  deepStrictEqual(older.slice(-2).map(thinking), [
    [undefined, undefined, true],
    [undefined, undefined, true],
  ]);
});

Deno.test("older models of Anthropic's get temperature 0", async () => {
  await using fake = startFakeProvider("anthropic", { answer: () => VERDICT });
  const { session } = await sessionOver({ anthropic: fake }, {
    settings: { of: { anthropic: { model: "claude-haiku-4-5-20251001" } } },
  });
  await (await session.start())?.ask(question());
  strictEqual(fake.prompts[0]?.temperature, 0);
});

Deno.test("what every way refuses is told once and costs one request", async () => {
  await using fake = startFakeProvider("openai", {
    trouble: () => ({ status: 400, message: "This prompt is not for us" }),
  });
  const { session, world } = await sessionOver({ openai: fake });
  const asker = await session.start();
  strictEqual(await asker?.ask(question()), undefined);
  strictEqual(fake.prompts.length, 4);
  deepStrictEqual(world.warnings, [
    "OpenAI answered with status 400: This prompt is not for us",
  ]);
});
