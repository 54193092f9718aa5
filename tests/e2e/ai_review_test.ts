// `scan --ai` from the command line, with a model on loopback.

import assert from "node:assert/strict";
import { join } from "node:path";
import { answerTo } from "../support/fake_models.ts";
import {
  closedAddress,
  type FakeOptions,
  type FakeProvider,
  startFakeProvider,
} from "../support/fake_providers.ts";
import { type CliResult, ROOT, runCli, spawnCli } from "../support/run_cli.ts";
import { madeUpToken } from "../support/secrets.ts";
import { withFolder } from "../support/temp_folder.ts";

const RUN = `import subprocess

def start(command):
    return subprocess.run(command, shell=True)
`;

type Fields = Parameters<typeof answerTo>[1];

function modelThat(answer: (user: string) => Fields, options: FakeOptions = {}): FakeProvider {
  return startFakeProvider("ollama", {
    models: ["qwen2.5-coder:7b"],
    answer: (prompt) => answerTo(prompt as never, answer(prompt.user)),
    ...options,
  });
}

const ACQUITTAL: Fields = {
  verdict: "not-vulnerable",
  severity: "none",
  false_alarm: 95,
  reason: "The command is fixed",
};

interface Case {
  readonly folder: string;
  readonly scan: (args: readonly string[], model?: FakeProvider) => Promise<CliResult>;
}

function withCase(files: Readonly<Record<string, string>>, run: (each: Case) => Promise<void>) {
  return withFolder({ "home/": "", ...files }, (folder) =>
    run({
      folder,
      scan: (args, model) =>
        runCli(["scan", join(folder, "in"), ...args], {
          cwd: folder,
          env: {
            HOME: join(folder, "home"),
            OLLAMA_HOST: model?.url ?? closedAddress(),
          },
        }),
    }));
}

Deno.test("scan --ai shows a model's opinion on the terminal and in JSON", async () => {
  await using model = modelThat(() => ({}));
  await withCase({ "in/run.py": RUN }, async ({ scan }) => {
    const term = await scan(["--ai"], model);
    assert.match(term.stdout, /^ {4}ai: {3}confirmed, by ollama\/[^,]+, 12% false alarm; raised/m);
    assert.match(term.stdout, /^Review: 1 of 1 doubtful places by ollama\/\S+: 1 confirmed, /m);
    assert.match(
      term.stderr,
      /^Asked ollama \([^)]+\): 1 requests, 100 tokens in, 20 out, \$0\.0000$/m,
    );
    const json = JSON.parse((await scan(["--ai", "-o", "json"], model)).stdout);
    assert.equal(json.findings[0].review.verdict, "confirmed");
    assert.deepEqual([json.review.places, json.review.complete], [1, true]);
    assert.equal(model.prompts.length, 1, "what is known is asked no more");
    const sarif = JSON.parse((await scan(["--ai", "-o", "sarif"], model)).stdout);
    assert.equal(sarif.runs[0].results[0].properties.review.verdict, "confirmed");
  });
});

Deno.test("scan --hide-unlikely leaves a finding out and keeps the exit code", async () => {
  await using model = modelThat(() => ACQUITTAL);
  await withCase({ "in/run.py": RUN }, async ({ scan }) => {
    const flags = ["--ai", "--fail-on", "medium", "-o", "json"];
    const shown = await scan(flags, model);
    const hidden = await scan([...flags, "--hide-unlikely"], model);
    const [all, some] = [shown, hidden].map(({ stdout }) => JSON.parse(stdout));
    assert.deepEqual([shown.code, hidden.code], [1, 1]);
    assert.deepEqual([all.findings.length, some.findings.length], [1, 0]);
    assert.equal(all.findings[0].review.verdict, "unlikely");
    assert.equal(some.summary.hiddenUnlikely, 1);
  });
});

Deno.test("scan --ai-show-prompts prints word for word what is sent, and sends nothing", async () => {
  const secret = madeUpToken("GitHub token", 4);
  const code = RUN.replace("command,", `command + "${secret}",`);
  await using model = modelThat(() => ({}));
  await withCase({ "in/run.py": code }, async ({ scan }) => {
    const shown = await scan(["--ai", "--ai-show-prompts"], model);
    assert.equal(shown.code, 0);
    assert.equal(model.seen.length, 0);
    await scan(["--ai"], model);
    const [asked] = model.prompts;
    // The words of one request alone are others each time.
    const plain = (text: string): string => text.replace(/(data|word|check)-[0-9a-f]{16}/g, "$1");
    for (const part of [asked!.system, asked!.user]) {
      assert.ok(plain(shown.stdout).includes(plain(part)));
    }
    for (const text of [shown.stdout, JSON.stringify(model.seen)]) {
      assert.ok(!text.includes(secret));
      assert.match(text, /<provider-token-1>/);
    }
  });
});

Deno.test("scan --ai-replay asks nobody, and gives the same report from a file", async () => {
  await using model = modelThat((user) => user.includes("subprocess") ? ACQUITTAL : {});
  await withCase({ "in/run.py": RUN }, async ({ folder, scan }) => {
    const flags = ["--ai", "--no-cache", "-o", "json", "--ai-cache", "verdicts.json"];
    const first = await scan(flags, model);
    assert.equal(model.prompts.length, 2);
    const file = await Deno.readTextFile(join(folder, "verdicts.json"));
    const replayed = await scan([...flags, "--ai-replay"]);
    assert.deepEqual([replayed.code, replayed.stdout], [first.code, first.stdout]);
    assert.equal(replayed.stderr, "");
    assert.equal(await Deno.readTextFile(join(folder, "verdicts.json")), file);
    // Another model's answers do where nobody can be asked.
    const other = await scan([...flags, "--ai-replay", "--model", "another"]);
    assert.equal(other.stdout, first.stdout);
    await Deno.writeTextFile(join(folder, "in/run.py"), RUN.replace("return", "x ="));
    const changed = JSON.parse((await scan([...flags, "--ai-replay"])).stdout);
    assert.deepEqual([changed.review.unanswered, changed.review.complete], [1, false]);
    assert.equal(changed.findings[0].review, null);
  });
});

Deno.test("scan --ai-cache refuses a file of another form", async () => {
  await withCase({ "in/run.py": RUN, "a.json": '{"verdicts": []}' }, async ({ scan }) => {
    const wrong = await scan(["--ai", "--ai-cache", "a.json"]);
    assert.equal(wrong.code, 3);
    assert.match(wrong.stderr, /^error: Expected answers of models in "a\.json"$/m);
    const none = await scan(["--ai", "--ai-cache", "none.json", "--ai-replay"]);
    assert.equal(none.code, 3);
    assert.match(none.stderr, /there is none/);
    const other = await scan(["--ai", "--ai-cache", "run.py"]);
    assert.equal(other.code, 3);
  });
});

Deno.test("the options of a review say nothing without --ai", async () => {
  await withCase({ "in/run.py": RUN }, async ({ scan }) => {
    for (const flags of [["--hide-unlikely"], ["--ai-replay"], ["--ai-show-prompts"]]) {
      const { code, stderr } = await scan(flags);
      assert.equal(code, 3);
      assert.ok(stderr.startsWith(`error: Expected --ai beside ${flags[0]}\n`), stderr);
    }
  });
});

Deno.test("scan --ai ends with its static result where no model is there", async () => {
  await withCase({ "in/run.py": RUN }, async ({ scan }) => {
    const without = await scan(["-o", "json"]);
    const report = await scan(["--ai", "-o", "json"]);
    assert.equal(report.code, without.code);
    const [is, was] = [report, without].map(({ stdout }) => JSON.parse(stdout));
    assert.deepEqual(is.findings, was.findings);
    assert.equal(is.complete, was.complete);
    assert.deepEqual([is.review.unanswered, is.review.complete], [1, false]);
    assert.match(report.stderr, /^warning: /m);
  });
});

Deno.test("what is suppressed or known is not asked about; what a model adds can be", async () => {
  await using model = modelThat((user) => ({
    findings: [{
      kind: "other",
      severity: "high",
      confidence: 95,
      line: 1,
      quote: user.includes("def start(command") ? "def start(command):" : "nothing",
      summary: "Anyone may call it",
    }],
  }));
  const ignored = RUN.replace(
    "shell=True)",
    "shell=True)  # mcp-sentinel-ignore[command-injection]: ok",
  );
  await withCase({ "in/run.py": ignored }, async ({ scan }) => {
    const { stdout } = await scan(["--ai", "-o", "json", "--trust-target"], model);
    assert.equal(JSON.parse(stdout).review.places, 0);
    assert.equal(model.prompts.length, 0);
  });
  const own = RUN.replace("def start", "# mcp-sentinel-ignore[ai-other]: for admins\ndef start");
  await withCase({ "in/run.py": own }, async ({ scan }) => {
    const { stdout } = await scan(["--ai", "-o", "json", "--trust-target"], model);
    const added = JSON.parse(stdout).findings.find((each: { origin: string }) =>
      each.origin === "ai"
    );
    assert.deepEqual([added.ruleId, added.triage.state], ["ai-other", "suppressed"]);
  });
});

const SCAN_SET = [`--config=${join(ROOT, "deno.json")}`, "-P=scan"];

Deno.test("without --ai no scan reaches for the network, and the log of permissions shows it", async () => {
  await withFolder({ "in/run.py": RUN, "home/": "" }, async (folder) => {
    const target = join(folder, "in");
    const state = join(folder, "home", ".mcp-sentinel");
    const audit = join(folder, "audit.jsonl");
    const grants = [`--allow-read=${target},${state}`, `--allow-write=${state}`];
    const env = { HOME: join(folder, "home") };
    const denied = await spawnCli(["scan", target, "-o", "json"], {
      denoArgs: [...SCAN_SET, ...grants, "--deny-net"],
      env,
    });
    // With the network granted nobody would notice, so here the log has to.
    const granted = await spawnCli(["scan", target, "-o", "json", "--no-cache"], {
      denoArgs: [...SCAN_SET, ...grants, "--allow-net"],
      env: { ...env, DENO_AUDIT_PERMISSIONS: audit },
    });
    assert.equal(denied.stdout, granted.stdout);
    assert.equal(JSON.parse(denied.stdout).findings.length, 1);
    const asked = (await Deno.readTextFile(audit)).trim().split("\n")
      .map((line): { permission: string } => JSON.parse(line));
    assert.ok(asked.length > 0);
    assert.deepEqual(asked.filter(({ permission }) => permission === "net"), []);
  });
});

Deno.test("the log of permissions would show it, as it does with --ai", async () => {
  await withFolder({ "in/run.py": RUN, "home/": "" }, async (folder) => {
    const audit = join(folder, "audit.jsonl");
    const address = closedAddress();
    const { stdout } = await spawnCli(["scan", join(folder, "in"), "-o", "json", "--ai"], {
      denoArgs: ["-A"],
      env: {
        HOME: join(folder, "home"),
        OLLAMA_HOST: address,
        DENO_AUDIT_PERMISSIONS: audit,
      },
    });
    assert.equal(JSON.parse(stdout).review.complete, false);
    const asked = (await Deno.readTextFile(audit)).trim().split("\n")
      .map((line): { permission: string; value: string } => JSON.parse(line));
    const net = asked.filter(({ permission }) => permission === "net");
    assert.ok(net.length > 0);
    for (const { value } of net) assert.ok(value.includes(new URL(address).host), value);
  });
});
