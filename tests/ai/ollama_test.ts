import { deepEqual, equal } from "node:assert/strict";
import { makeAsker } from "../../src/cli/ai_options.ts";
import { startFakeProvider } from "../support/fake_providers.ts";

Deno.test("makeAsker() asks Ollama on this machine", async () => {
  await using fake = startFakeProvider("ollama", {
    answer: () => ({ verdict: "safe" }),
    models: ["qwen2.5-coder:7b"],
  });
  const io = {
    env: (name: string) => name === "OLLAMA_HOST" ? fake.url : undefined,
    writeError: (text: string) => {
      throw new Error(text);
    },
  };
  const asker = await makeAsker({}, io as never);
  const reply = await asker.ask({
    system: "Judge.",
    user: "code",
    schema: { type: "object", required: ["verdict"], properties: { verdict: { type: "string" } } },
    schemaName: "verdict",
    maxOutputTokens: 200,
  });
  equal(reply?.text, '{"verdict":"safe"}');
  deepEqual(reply?.usage, { input: 100, output: 20 });
  equal(fake.prompts.length, 1);
});
