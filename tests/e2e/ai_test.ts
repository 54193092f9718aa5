// What speaks to models, as processes of their own: it is loaded where it is used and nowhere else,
// and needs no more than its permission set.

import assert from "node:assert/strict";
import { join } from "node:path";
import { PROVIDER_NAMES, type ProviderName } from "../../src/ai/mod.ts";
import { envFor } from "../support/ai_session.ts";
import { type FakeProvider, startFakeProvider } from "../support/fake_providers.ts";
import { ROOT, spawnCli } from "../support/run_cli.ts";
import { withFolder } from "../support/temp_folder.ts";

const SDKS = ["openai", "@anthropic-ai/sdk"];

/** The program's configuration with modules in place of the SDKs that tell when they are loaded. */
async function withTellTales(folder: string): Promise<string[]> {
  const config = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  for (const name of SDKS) {
    const module = join(folder, `${SDKS.indexOf(name)}.ts`);
    await Deno.writeTextFile(
      module,
      `console.error("LOADED ${name}");\nexport default class { constructor() { throw new Error("none"); } }\n`,
    );
    config.imports[name] = `file://${module}`;
  }
  // The rest of the program lies elsewhere than this configuration.
  const path = join(folder, "deno.json");
  await Deno.writeTextFile(path, JSON.stringify({ imports: config.imports, unstable: ["kv"] }));
  return ["-A", `--config=${path}`, "--no-lock"];
}

Deno.test("a scan loads nothing that speaks to a model", async () => {
  await withFolder(
    { "server.py": "import os\n\ndef f(x):\n    os.system('ls ' + x)\n" },
    async (folder) => {
      const denoArgs = await withTellTales(folder);
      const env = { OPENAI_API_KEY: "sk-none", ANTHROPIC_API_KEY: "sk-ant-none" };
      const scanned = await spawnCli(["scan", folder, "--no-cache"], { denoArgs, env });
      assert.equal(scanned.stderr, "");
      assert.equal(scanned.code, 1);
      // They would have told.
      const listed = await spawnCli(["ai", "providers", "--no-health"], { denoArgs, env });
      assert.deepEqual(
        listed.stderr.split("\n").filter((line) => line.startsWith("LOADED")).sort(),
        SDKS.map((name) => `LOADED ${name}`).sort(),
      );
    },
  );
});

Deno.test("ai needs no more than its permission set", async () => {
  const fakes: Partial<Record<ProviderName, FakeProvider>> = {};
  try {
    for (const name of PROVIDER_NAMES) {
      const options = name === "ollama" ? { models: ["qwen2.5-coder:7b"] } : {};
      fakes[name] = startFakeProvider(name, options);
    }
    const { stdout, code } = await spawnCli(["ai", "providers"], {
      denoArgs: [`--config=${join(ROOT, "deno.json")}`, "-P=ai", "--deny-read", "--deny-write"],
      env: envFor(fakes),
    });
    assert.equal(code, 0);
    const there = stdout.split("\n").filter((line) => line.endsWith("  there"));
    assert.deepEqual(
      there.map((line) => line.split(" ")[0]),
      PROVIDER_NAMES.filter((name) => name !== "openai-compatible"),
    );
  } finally {
    for (const fake of Object.values(fakes)) await fake[Symbol.asyncDispose]();
  }
});

Deno.test("without the permission set, ai says what to add", async () => {
  await using fake = startFakeProvider("ollama");
  const { stdout } = await spawnCli(["ai", "providers"], {
    denoArgs: ["--allow-env"],
    env: { OLLAMA_HOST: fake.url },
  });
  const host = new URL(fake.url).host;
  assert.ok(stdout.includes(`No permission to reach ${host}: add --allow-net=${host} to the deno`));
  assert.deepEqual(fake.seen, []);
});
