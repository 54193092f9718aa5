import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import {
  PROVIDER_NAMES,
  type ProviderEntry,
  type ProviderName,
  PROVIDERS,
} from "../../src/ai/mod.ts";
import { question, sessionOver, TEST_KEYS, VERDICT } from "../support/ai_session.ts";
import { startFakeProvider } from "../support/fake_providers.ts";

const SETTINGS = {
  of: { "openai-compatible": { model: "any" }, ollama: { model: "any:latest" } },
};

function modelOf(name: ProviderName): string {
  if (name === "ollama") return "any:latest";
  const entry: ProviderEntry = PROVIDERS[name];
  return entry.defaultModel ?? "any";
}

for (const name of PROVIDER_NAMES) {
  Deno.test(`${name} is asked as its interface is documented`, async () => {
    await using fake = startFakeProvider(name, {
      answer: () => VERDICT,
      ...(name !== "ollama" && { key: TEST_KEYS[name] }),
      models: [modelOf(name)],
    });
    const { session, world } = await sessionOver({ [name]: fake }, { settings: SETTINGS });
    const asker = await session.start();
    deepStrictEqual(world.warnings, []);
    const reply = await asker?.ask(question());
    deepStrictEqual(JSON.parse(reply?.text ?? ""), VERDICT);
    deepStrictEqual(reply?.usage, { input: 100, output: 20 });
    strictEqual(reply?.provider, name);
    const [prompt, ...others] = fake.prompts;
    strictEqual(others.length, 0);
    strictEqual(prompt?.system, "Judge the code.");
    strictEqual(prompt?.user, "What of this?");
    strictEqual(prompt?.model, modelOf(name));
    strictEqual(prompt?.maxOutputTokens, 200);
    const schema = prompt?.schema as { required: string[]; additionalProperties: boolean };
    deepStrictEqual(schema.required, ["verdict", "reason"]);
    strictEqual(schema.additionalProperties, false);
    strictEqual(prompt?.temperature, name === "anthropic" ? undefined : 0);
  });

  Deno.test(`${name} is sent no more of this machine than it needs`, async () => {
    await using fake = startFakeProvider(name, { answer: () => VERDICT, models: [modelOf(name)] });
    const { session } = await sessionOver({ [name]: fake }, { settings: SETTINGS });
    await (await session.start())?.ask(question());
    ok(fake.seen.length >= 2);
    for (const { headers } of fake.seen) {
      const unknown = Object.keys(headers).filter((header) => !KNOWN_HEADERS.includes(header));
      deepStrictEqual(unknown, []);
      strictEqual(headers["user-agent"], "mcp-sentinel");
    }
  });
}

const KNOWN_HEADERS = [
  "accept",
  "accept-encoding",
  "accept-language",
  "anthropic-version",
  "authorization",
  "content-length",
  "content-type",
  "host",
  "user-agent",
  "x-goog-api-key",
];
