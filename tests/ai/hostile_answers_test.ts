// Whatever a server answers, asking ends, and ends without an error of ours.

import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { PROVIDER_NAMES } from "../../src/ai/mod.ts";
import { leapClock, question, sessionOver } from "../support/ai_session.ts";
import { WIRES } from "../support/fake_wires.ts";

const SETTINGS = { of: { "openai-compatible": { model: "any" } } };
const PROMPT = {
  ...{ system: "", user: "", model: "any", schema: {}, maxOutputTokens: 1, temperature: 0 },
};

/** Puts `value` somewhere into an answer. */
function spoiled(
  answer: unknown,
  { path, value }: { path: readonly number[]; value: unknown },
): unknown {
  if (path.length === 0 || typeof answer !== "object" || answer === null) return value;
  const [first = 0, ...rest] = path;
  const keys = Object.keys(answer);
  if (keys.length === 0) return value;
  const key = keys[first % keys.length]!;
  const copy = (Array.isArray(answer) ? [...answer] : { ...answer }) as Record<string, unknown>;
  copy[key] = spoiled(copy[key], { path: rest, value });
  return copy;
}

for (const name of PROVIDER_NAMES) {
  Deno.test(`${name}: an answer with anything anywhere in it is a reply or none`, async () => {
    const wire = WIRES[name];
    const whole = wire.reply({ verdict: "safe" }, {
      prompt: PROMPT,
      usage: { input: 5, output: 5 },
    });
    let body = "";
    let time = 0;
    const { session } = await sessionOver({ [name]: "http://127.0.0.1:1/" }, {
      settings: { ...SETTINGS, budget: 900_000 },
      fetch: (_url, init) => {
        const models = { models: [{ name: "qwen2.5-coder:7b" }], data: [] };
        return Promise.resolve(
          new Response(init?.method === "POST" ? body : JSON.stringify(models)),
        );
      },
      // No provider is left alone for what it answered before.
      clock: { ...leapClock().clock, now: () => time += 60_000 },
    });
    const asker = await session.start();
    ok(asker !== undefined);
    const paths = fc.array(fc.nat(20), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(paths, fc.jsonValue({ maxDepth: 3 }), async (path, value) => {
        body = JSON.stringify(spoiled(whole, { path, value }));
        const reply = await asker.ask(question());
        if (reply === undefined) return;
        strictEqual(typeof reply.text, "string");
        strictEqual(typeof reply.model, "string");
        ok(Number.isSafeInteger(reply.usage.input) && reply.usage.input >= 0);
        ok(Number.isSafeInteger(reply.usage.output) && reply.usage.output >= 0);
      }),
      { numRuns: 300, seed: 8 },
    );
    ok((asker.spending()[0]?.requests ?? 0) >= 300);
  });
}
