import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { PROVIDER_NAMES, type ProviderEntry, PROVIDERS } from "../../src/ai/mod.ts";
import { envFor, question, sessionOver, TEST_KEYS, VERDICT } from "../support/ai_session.ts";
import { type FakeProvider, startFakeProvider, type Trouble } from "../support/fake_providers.ts";
import { runCli } from "../support/run_cli.ts";

const PAID = PROVIDER_NAMES.filter((name) => name !== "ollama");
const SETTINGS = { of: { "openai-compatible": { model: "any" }, ollama: { model: "any:latest" } } };

/** Pieces of a key that are long enough to be known again. */
function piecesOf(key: string): string[] {
  const pieces = [key, btoa(key), encodeURIComponent(key)];
  for (let at = 0; at + 8 <= key.length; at += 4) pieces.push(key.slice(at, at + 8));
  return pieces;
}

function assertNowhere(key: string, texts: readonly string[]): void {
  for (const text of texts) {
    for (const piece of piecesOf(key)) ok(!text.includes(piece), `${piece} is in ${text}`);
  }
}

/** All that came over the wire. */
function sentTo(fake: FakeProvider): string[] {
  return fake.seen.map((seen) => JSON.stringify(seen));
}

for (const name of PAID) {
  Deno.test(`the key of ${name} goes to its own host alone, whatever happens`, async () => {
    const key = `${TEST_KEYS[name].slice(0, 8)}${crypto.randomUUID().replaceAll("-", "")}`;
    const variable = PROVIDERS[name].keys[0];
    await using other = startFakeProvider("ollama", {
      answer: () => VERDICT,
      models: ["any:latest"],
    });
    const message = `The key ${key} (${key.slice(4, 20)}) is known to us`;
    const troubles: Trouble[] = [
      { status: 400, message },
      { status: 401, message },
      { status: 403, message },
      { status: 404, message },
      { status: 429, message, headers: { "retry-after": "1", "x-key": key } },
      { status: 500, message },
      { status: 529, message },
      { redirect: `${other.url}?key=none` },
      "reset",
      "html",
      "truncated",
    ];
    const told: string[] = [];
    for (const trouble of troubles) {
      await using own = startFakeProvider(name, { trouble: () => trouble });
      const { session, world } = await sessionOver(
        { [name]: own, ollama: other },
        { settings: SETTINGS, env: { [variable]: key } },
      );
      const asker = await session.start();
      const reply = await asker?.ask(question());
      strictEqual(reply?.provider, "ollama");
      told.push(...world.warnings, JSON.stringify([reply, asker?.spending(), session]));
      ok(Deno.inspect([session, asker, world.warnings], { depth: 10 }).length > 0);
      told.push(Deno.inspect([session, asker], { depth: 10, showHidden: true }));
      // It was sent where it belongs, in a header and not in the address.
      ok(own.seen.some(({ headers }) => JSON.stringify(headers).includes(key)));
      assertNowhere(key, own.seen.map(({ path, body }) => path + body));
    }
    assertNowhere(key, told);
    assertNowhere(key, sentTo(other));
  });

  Deno.test(`a key of ${name} that the provider refuses is in no message`, async () => {
    await using own = startFakeProvider(name, { key: "another" });
    const { session, world } = await sessionOver({ [name]: own }, { settings: SETTINGS });
    strictEqual(await session.start(), undefined);
    const { label, setUp }: ProviderEntry = PROVIDERS[name];
    const status = name === "gemini" ? 400 : 401;
    deepStrictEqual(world.warnings, [`${label} answered with status ${status}. ${setUp}`]);
  });
}

Deno.test("a key of an unexpected form is warned about, and used", async () => {
  await using fake = startFakeProvider("openai", { answer: () => VERDICT, key: "my-own-gateway" });
  const { session, world } = await sessionOver({ openai: fake }, {
    env: { OPENAI_API_KEY: " my-own-gateway\n" },
  });
  const asker = await session.start();
  strictEqual((await asker?.ask(question()))?.provider, "openai");
  deepStrictEqual(world.warnings, [
    "The key in OPENAI_API_KEY does not look like one of OpenAI's; it is used",
  ]);
});

Deno.test("a key that no header can carry is told of without it", async () => {
  await using fake = startFakeProvider("mistral");
  const { session, world } = await sessionOver({ mistral: fake }, {
    env: { MISTRAL_API_KEY: "schlüssel wort" },
  });
  strictEqual(await session.start(), undefined);
  strictEqual(world.warnings.length, 1);
  assertNowhere("schlüssel wort", world.warnings);
  deepStrictEqual(fake.seen, []);
});

Deno.test("what the SDKs take out of the environment goes nowhere", async () => {
  const stray = { OPENAI_CUSTOM_HEADERS: "Authorization: Bearer sk-stray\nX-Stray: sk-stray" };
  const others = { OPENAI_ADMIN_KEY: "sk-stray", OPENAI_ORG_ID: "sk-stray", OPENAI_LOG: "debug" };
  const all = { ...stray, ...others, ANTHROPIC_CUSTOM_HEADERS: stray.OPENAI_CUSTOM_HEADERS };
  await using openai = startFakeProvider("openai", { answer: () => VERDICT });
  await using anthropic = startFakeProvider("anthropic", { answer: () => VERDICT });
  await using own = startFakeProvider("openai-compatible", { answer: () => VERDICT });
  const env = { OPENAI_COMPATIBLE_API_KEY: "" };
  for (const [name, value] of Object.entries(all)) Deno.env.set(name, value);
  try {
    for (const fakes of [{ openai }, { anthropic }, { "openai-compatible": own }]) {
      const { session } = await sessionOver(fakes, { settings: SETTINGS, env });
      ok((await (await session.start())?.ask(question())) !== undefined);
    }
  } finally {
    for (const name of Object.keys(all)) Deno.env.delete(name);
  }
  for (const fake of [openai, anthropic, own]) assertNowhere("sk-stray", sentTo(fake));
  strictEqual(own.seen[0]?.headers["authorization"], undefined);
});

Deno.test("the other name of Gemini's key counts where the first is not set", async () => {
  await using fake = startFakeProvider("gemini", { answer: () => VERDICT, key: "second" });
  const { session } = await sessionOver({ gemini: fake }, {
    env: { GOOGLE_API_KEY: "", GEMINI_API_KEY: "second" },
  });
  strictEqual((await (await session.start())?.ask(question()))?.provider, "gemini");
});

Deno.test("a cloud provider is not used because its key is there", async () => {
  await using cloud = startFakeProvider("openai", { answer: () => VERDICT });
  await using local = startFakeProvider("ollama", {
    answer: () => VERDICT,
    models: ["qwen2.5-coder:7b"],
  });
  const { session } = await sessionOver({ openai: cloud, ollama: local }, {
    settings: { providers: undefined },
  });
  strictEqual((await (await session.start())?.ask(question()))?.provider, "ollama");
  deepStrictEqual(cloud.seen, []);
});

Deno.test("plain HTTP to another machine is refused before anything is sent", async () => {
  for (const name of PROVIDER_NAMES) {
    await rejects(
      sessionOver({ [name]: "http://192.0.2.1:11434/" }, { settings: SETTINGS }),
      { name: "Failure", message: `The address of ${name} cannot be used` },
    );
  }
});

Deno.test("what a proxy would read is not sent", async () => {
  await using fake = startFakeProvider("ollama");
  await rejects(
    sessionOver({ ollama: fake }, { env: { HTTP_PROXY: "http://proxy.example.com:3128" } }),
    { name: "Failure", message: /^A proxy would read what is sent to 127\.0\.0\.1/ },
  );
});

Deno.test("ai providers tells which keys are there and what is wrong, and no key", async () => {
  await using openai = startFakeProvider("openai", { key: TEST_KEYS.openai });
  await using anthropic = startFakeProvider("anthropic", { key: "another" });
  await using ollama = startFakeProvider("ollama", { models: ["qwen2.5-coder:7b"] });
  const env = envFor({ openai, anthropic, ollama });
  const { code, stdout, stderr } = await runCli(["ai", "providers"], { env });
  strictEqual(code, 0);
  strictEqual(stderr, "");
  const rows = stdout.split("\n").map((line) => line.split(/ {2,}/));
  const row = (name: string): string[] | undefined => rows.find(([first]) => first === name);
  deepStrictEqual(row("ollama"), [
    "ollama",
    "needs none",
    "qwen2.5-coder:7b",
    "free",
    "there",
  ]);
  deepStrictEqual(row("openai")?.slice(1), [
    "OPENAI_API_KEY",
    "gpt-6-luna",
    "0.125 in, 0.5 out",
    "there",
  ]);
  strictEqual(row("anthropic")?.at(-1), "Anthropic answered with status 401");
  deepStrictEqual(row("mistral")?.slice(1), [
    "no MISTRAL_API_KEY",
    "mistral-small-2603",
    "0.15 in, 0.6 out",
    "Mistral has no key",
  ]);
  strictEqual(row("openai-compatible")?.at(-1), "not set up");
  assertNowhere(TEST_KEYS.openai, [stdout]);
  assertNowhere(TEST_KEYS.anthropic, [stdout]);
});

Deno.test("ai providers --no-health asks nobody", async () => {
  await using openai = startFakeProvider("openai");
  const { stdout } = await runCli(["ai", "providers", "--no-health"], { env: envFor({ openai }) });
  ok(/^openai {2,}OPENAI_API_KEY {2,}.* not asked$/m.test(stdout));
  deepStrictEqual(openai.seen, []);
});
