// Whom `scan --ai` asks, for how much, and what becomes of keys, from the command line.

import assert from "node:assert/strict";
import { join } from "node:path";
import { PROVIDER_NAMES, type ProviderName } from "../../src/ai/mod.ts";
import { envFor, TEST_KEYS } from "../support/ai_session.ts";
import { answerTo } from "../support/fake_models.ts";
import {
  closedAddress,
  type FakeOptions,
  type FakeProvider,
  startFakeProvider,
} from "../support/fake_providers.ts";
import { type CliResult, runCli, type RunOptions } from "../support/run_cli.ts";
import { withFolder } from "../support/temp_folder.ts";

const RUN = `import subprocess

def start(command):
    return subprocess.run(command, shell=True)
`;

/** One of the names of a model that the fakes of all providers have. */
const MODELS = ["qwen2.5-coder:7b"];

function fakeOf(name: ProviderName, options: FakeOptions = {}): FakeProvider {
  return startFakeProvider(name, {
    answer: (prompt) => answerTo(prompt as never),
    ...(name === "ollama" && { models: MODELS }),
    ...options,
  });
}

type Fakes = Partial<Record<ProviderName, FakeProvider | string>>;
type Scan = (args: readonly string[], fakes?: Fakes, options?: RunOptions) => Promise<CliResult>;

function withScan(run: (scan: Scan, folder: string) => Promise<void>): Promise<void> {
  return withFolder(
    { "home/": "", "in/run.py": RUN },
    (folder) =>
      run((args, fakes = {}, options = {}) =>
        runCli(["scan", join(folder, "in"), ...args], {
          cwd: folder,
          ...options,
          env: {
            HOME: join(folder, "home"),
            OLLAMA_HOST: closedAddress(),
            ...envFor(fakes),
            ...options.env,
          },
        }), folder),
  );
}

for (const name of PROVIDER_NAMES) {
  Deno.test(`scan --ai --provider ${name} is reviewed by it`, async () => {
    await using fake = fakeOf(name, { ...(name !== "ollama" && { key: TEST_KEYS[name] }) });
    await withScan(async (scan) => {
      const more = name === "openai-compatible" ? ["--model", "any"] : [];
      const { code, stdout, stderr } = await scan(
        ["--ai", "--provider", name, ...more],
        { [name]: fake },
      );
      assert.match(stdout, new RegExp(`^ {4}ai: {3}confirmed, by ${name}/`, "m"));
      assert.match(
        stderr,
        new RegExp(
          `^Asked ${name} \\(.{1,60}\\): 1 requests, 100 tokens in, 20 out, \\$0\\.0`,
          "m",
        ),
      );
      assert.equal(fake.prompts.length, 1);
      assert.equal(code, 1);
    });
  });
}

Deno.test("scan --provider a,b asks the next where the first fails, and the second alone is warned of", async () => {
  await using first = fakeOf("anthropic", { trouble: () => ({ status: 529 }) });
  await using second = fakeOf("openai");
  await withScan(async (scan) => {
    const { stdout, stderr } = await scan(["--ai", "--provider", "anthropic,openai"], {
      anthropic: first,
      openai: second,
    });
    assert.match(stdout, /^ {4}ai: {3}confirmed, by openai\//m);
    assert.match(stderr, /^warning: Anthropic answered with status 529: Status 529$/m);
    assert.match(stderr, /^Asked anthropic \(claude-haiku-5-5\): 1 requests, 0 tokens in, 0 out/m);
  });
});

Deno.test("scan --ai never asks a cloud provider that nobody named", async () => {
  await using cloud = fakeOf("openai");
  await withScan(async (scan) => {
    const { stdout, stderr, code } = await scan(["--ai"], { openai: cloud });
    assert.deepEqual(cloud.seen, []);
    assert.match(stderr, /^warning: Ollama cannot be reached at 127\.0\.0\.1:/m);
    assert.match(stderr, /^warning: No model can be asked: the scan goes on without$/m);
    assert.match(stdout, /command-injection/);
    assert.equal(code, (await scan([])).code);
  });
});

Deno.test("scan --ai-estimate tells the worst case and sends nothing", async () => {
  await using fake = fakeOf("openai");
  await withScan(async (scan) => {
    const { code, stdout } = await scan(
      ["--ai", "--provider", "openai", "--ai-estimate"],
      { openai: fake },
    );
    assert.match(stdout, /^Requests {2}\d+ to openai \(gpt-6-luna\)$/m);
    assert.match(stdout, /^Tokens {4}at most \d+ in, \d+ out$/m);
    assert.match(stdout, /^Cost {6}at most \$0\.00\d\d of a budget of \$1\.0000$/m);
    assert.deepEqual(fake.seen, []);
    assert.equal(code, 0);
  });
});

Deno.test("explain --ai-estimate tells the worst case and sends nothing either", async () => {
  await using fake = fakeOf("openai");
  await withScan(async (scan, folder) => {
    const { stdout } = await scan(["-o", "json"]);
    const { fingerprint } = JSON.parse(stdout).findings[0];
    const explained = await runCli(
      ["explain", fingerprint, "in", "--ai", "--provider", "openai", "--ai-estimate"],
      { cwd: folder, env: { HOME: join(folder, "home"), ...envFor({ openai: fake }) } },
    );
    assert.match(explained.stderr, /^Requests {2}1 to openai \(gpt-6-luna\)\nTokens .*\nCost /m);
    assert.match(explained.stdout, /command-injection/);
    assert.equal(explained.code, 0);
    assert.deepEqual(fake.seen, []);
  });
});

Deno.test("scan --ai tells the worst case before the first paid request", async () => {
  await using fake = fakeOf("openai");
  await withScan(async (scan) => {
    const paid = await scan(["--ai", "--provider", "openai"], { openai: fake });
    assert.match(paid.stderr, /^Requests {2}\d+ to openai \(gpt-6-luna\)\nTokens .*\nCost /m);
    await using free = fakeOf("ollama");
    const local = await scan(["--ai", "--no-cache"], { ollama: free });
    assert.ok(!local.stderr.includes("Requests  "));
  });
});

Deno.test("scan --ai asks at the terminal before more than half of the budget may be spent", async () => {
  await withScan(async (scan) => {
    const ask = (answers: readonly string[], args: readonly string[], fake: FakeProvider) =>
      scan(["--ai", "--no-cache", "--provider", "openai", ...args], { openai: fake }, { answers });
    const question = "More than half of the budget may be spent. Go on? [y/N] ";
    await using fake = fakeOf("openai");
    for (const answer of [["n"], [""], []]) {
      const { stderr } = await ask(answer, ["--budget", "0.002"], fake);
      assert.ok(stderr.includes(question));
      assert.match(stderr, /warning: No model is asked: the scan goes on without$/m);
    }
    assert.deepEqual(fake.seen, []);
    assert.ok((await ask(["y"], ["--budget", "0.002"], fake)).stderr.includes(question));
    assert.equal(fake.prompts.length, 1);
    assert.ok(!(await ask([], ["--budget", "0.002", "--yes"], fake)).stderr.includes(question));
    assert.ok(!(await ask([], ["--budget", "1"], fake)).stderr.includes(question));
    assert.equal(fake.prompts.length, 3);
  });
});

Deno.test("scan --budget 0 asks nobody who is paid", async () => {
  await using fake = fakeOf("openai");
  await withScan(async (scan) => {
    const { stderr } = await scan(["--ai", "--provider", "openai", "--budget", "0"], {
      openai: fake,
    });
    assert.equal(fake.prompts.length, 0);
    assert.match(stderr, /^Not answered: 1 as the budget is used up \(--budget\)$/m);
  });
});

Deno.test("a model without a known price is refused, unless the user says what it costs", async () => {
  await using fake = fakeOf("openai");
  await withScan(async (scan) => {
    const args = ["--ai", "--no-cache", "--provider", "openai", "--model", "gpt-7"];
    const refused = await scan(args, { openai: fake });
    assert.equal(refused.code, 3);
    assert.match(refused.stderr, /^error: No price is known for the model "gpt-7" of openai$/m);
    assert.match(refused.stderr, /hint: .*--ai-price 0\.25\/2$/m);
    assert.deepEqual(fake.seen, []);
    const priced = await scan([...args, "--ai-price", "10/20"], { openai: fake });
    assert.match(priced.stderr, /^Asked openai \(gpt-7\): 1 requests, .*, \$0\.0014$/m);
  });
});

Deno.test("a server on this machine costs nothing, one elsewhere what the user says", async () => {
  await using fake = fakeOf("openai-compatible");
  await withScan(async (scan) => {
    const args = ["--ai", "--provider", "openai-compatible", "--model", "any"];
    const local = await scan([...args, "--ai-base-url", fake.url]);
    assert.match(local.stderr, /^Asked openai-compatible \(any\): 1 requests, .*, \$0\.0000$/m);
    const far = await scan([...args, "--ai-base-url", "https://models.example.com/v1"]);
    assert.match(
      far.stderr,
      /^error: No price is known for the model "any" of openai-compatible$/m,
    );
    const missing = await scan(args);
    assert.match(missing.stderr, /^error: Expected the address of openai-compatible in OPENAI_/m);
    const plain = await scan([...args, "--ai-base-url", "http://models.example.com/v1"]);
    assert.match(plain.stderr, /hint: Expected https for models\.example\.com: plain HTTP leads /m);
    assert.equal(plain.code, 3);
  });
});

Deno.test("what the options about models do not take is told", async () => {
  await withScan(async (scan) => {
    const cases: [readonly string[], RegExp][] = [
      [["--provider", "openai"], /^error: Expected --ai beside --provider$/m],
      [["--budget", "1"], /^error: Expected --ai beside --budget$/m],
      [["--ai", "--provider", "openia"], /Expected some of ollama, .*Did you mean "openai"\?/],
      [["--ai", "--budget", "-1"], /Expected dollars, such as 0\.50 or 2\./],
      [["--ai", "--ai-price", "1"], /Expected two prices, such as 0\.25\/2\./],
      [["--ai", "--ai-max-requests", "0"], /Expected a whole number from 1 to 999999\./],
      [["--ai", "--model", "openai=gpt-6-sol"], /^error: Expected openai among the providers/m],
      [["--ai", "--model", "two words"], /Expected the name of a model, such as gpt-6-sol\./],
      [["--ai", "--provider", "openai-compatible"], /^error: Expected a model for openai-comp/m],
    ];
    for (const [args, expected] of cases) {
      const { code, stderr } = await scan(args);
      assert.match(stderr, expected);
      assert.equal(code, 3, args.join(" "));
    }
  });
});

Deno.test("a key is in nothing that is printed, kept or sent elsewhere", async () => {
  const unique = crypto.randomUUID().replaceAll("-", "");
  const key = `sk-proj-${unique}`;
  await using second = fakeOf("ollama");
  await withScan(async (scan, folder) => {
    for (const status of [400, 401, 500, undefined]) {
      await using first = fakeOf("openai", {
        trouble: () =>
          status === undefined ? undefined : { status, message: `The key ${key} is known` },
      });
      const { stdout, stderr } = await scan(
        [
          ...["--ai", "--provider", "openai,ollama", "-v", "--log-file", `log-${status}.txt`],
          ...(status === undefined ? [] : ["--no-cache"]),
          ...[
            "--ai-cache",
            `verdicts-${status}.json`,
            "--save-baseline",
            "--baseline-file",
            "b.json",
          ],
          ...["-o", status === 500 ? "sarif" : "json", "--output-file", `report-${status}`],
        ].map((each) => /\.txt$|\.json$|^report/.test(each) ? join(folder, each) : each),
        { openai: first, ollama: second },
        { env: { OPENAI_API_KEY: key } },
      );
      assert.ok(!(stdout + stderr).includes(unique));
      assert.ok(first.seen.length >= 1);
      assert.ok(first.seen.every(({ headers }) => headers["authorization"] === `Bearer ${key}`));
      assert.ok(!JSON.stringify(first.prompts).includes(unique));
    }
    assert.ok(!JSON.stringify(second.seen).includes(unique));
    let [files, bytes] = [0, 0];
    for await (const text of textsBelow(folder)) {
      assert.ok(!text.includes(unique) && !text.includes(key));
      files++;
      bytes += text.length;
    }
    assert.ok(files >= 10 && bytes > 10_000, `${files} files, ${bytes} bytes`);
  });
});

/** Each file below a folder as one character a byte. */
async function* textsBelow(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* textsBelow(path);
    else yield new TextDecoder("latin1").decode(await Deno.readFile(path));
  }
}
