// What speaks to models, as processes of their own: it is loaded where it is used and nowhere else,
// and needs no more than its permission set.

import assert from "node:assert/strict";
import { join } from "node:path";
import { PROVIDER_NAMES, type ProviderName } from "../../src/ai/mod.ts";
import { envFor } from "../support/ai_session.ts";
import { closedAddress, type FakeProvider, startFakeProvider } from "../support/fake_providers.ts";
import { ROOT, runCli, spawnCli } from "../support/run_cli.ts";
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
  // Without the versions of the lock file, packages would be looked up anew.
  await Deno.copyFile(join(ROOT, "deno.lock"), join(folder, "deno.lock"));
  return ["-A", `--config=${path}`, "--frozen=false"];
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

Deno.test("what asks for no model gives the network up at the start", async () => {
  await withFolder({ "a.py": "x = 1\n", "home/": "" }, async (folder) => {
    const teller = join(folder, "tell.ts");
    await Deno.writeTextFile(
      teller,
      "addEventListener('unload', () =>\n" +
        "  console.error('net', Deno.permissions.querySync({ name: 'net' }).state));\n",
    );
    const netAfter = async (...args: string[]): Promise<string | undefined> => {
      const { stderr } = await spawnCli(args, {
        denoArgs: ["-A", `--preload=${teller}`],
        env: { HOME: join(folder, "home"), OLLAMA_HOST: closedAddress() },
      });
      return /^net (.*)$/m.exec(stderr)?.[1];
    };
    const target = join(folder, "a.py");
    assert.equal(await netAfter("scan", target), "prompt");
    assert.equal(await netAfter("scan", target, "--ai-estimate"), "prompt");
    assert.equal(await netAfter("scan", "--", target, "--ai"), "prompt");
    assert.equal(await netAfter("tools", target), "prompt");
    assert.equal(await netAfter("scan", target, "--ai"), "granted");
    assert.equal(await netAfter("ai", "providers", "--no-health"), "granted");
  });
});

Deno.test("the permission set ai names every variable that the program looks at", async () => {
  const seen = new Set<string>();
  const onEnv = (name: string) => seen.add(name);
  await withFolder({ "in/a.py": "x = 1\n" }, async (folder) => {
    const options = { onEnv, terminal: true, env: { OPENAI_COMPATIBLE_BASE_URL: closedAddress() } };
    await runCli(["ai", "providers", "--no-health"], options);
    const scan = ["scan", join(folder, "in"), "--ai", "--ai-estimate", "--model", "any"];
    for (const name of PROVIDER_NAMES) {
      await runCli([...scan, "--ai-price", "1/2", "--provider", name], options);
    }
  });
  const config = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  const named: string[] = config.permissions.ai.env;
  const isNamed = (name: string): boolean =>
    named.some((each) => each === name || each.endsWith("*") && name.startsWith(each.slice(0, -1)));
  assert.deepEqual([...seen].filter((name) => !isNamed(name)), []);
  assert.ok(seen.has("COHERE_API_KEY") && seen.has("OPENAI_COMPATIBLE_BASE_URL"));
});
