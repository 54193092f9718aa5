// `explain` from the command line: from a scan or a report, with and without a model.

import assert from "node:assert/strict";
import { join } from "node:path";
import { closedAddress, startFakeProvider } from "../support/fake_providers.ts";
import { answerTo, wordOf } from "../support/fake_models.ts";
import { type CliResult, runCli } from "../support/run_cli.ts";
import { madeUpToken } from "../support/secrets.ts";
import { withFolder } from "../support/temp_folder.ts";

const RUN = `import subprocess

def start(command):
    return subprocess.run(command, shell=True)
`;
const MODEL = "qwen2.5-coder:7b";

interface Case {
  readonly folder: string;
  /** The fingerprint of the one finding. */
  readonly fingerprint: string;
  readonly run: (args: readonly string[], address?: string) => Promise<CliResult>;
}

function withFinding(code: string, check: (each: Case) => Promise<void>): Promise<void> {
  return withFolder({ "home/": "", "in/run.py": code }, async (folder) => {
    const run = (args: readonly string[], address = closedAddress()): Promise<CliResult> =>
      runCli(args, { cwd: folder, env: { HOME: join(folder, "home"), OLLAMA_HOST: address } });
    await run(["scan", "in", "-o", "json", "--output-file", join(folder, "report.json")]);
    const report = JSON.parse(await Deno.readTextFile(join(folder, "report.json")));
    const [{ fingerprint }] = report.findings.filter((each: { ruleId: string }) =>
      each.ruleId === "command-injection"
    );
    await check({ folder, fingerprint, run });
  });
}

Deno.test("explain shows the way to a finding and its rule, from a scan or a report", async () => {
  await withFinding(RUN, async ({ fingerprint, run }) => {
    const fresh = await run(["explain", fingerprint, "in"]);
    assert.deepEqual([fresh.code, fresh.stderr], [0, ""]);
    assert.match(fresh.stdout, /^ {4}at in\/run\.py:4:12$/m);
    assert.match(fresh.stdout, /^ {4}flow: 1\. in\/run\.py:3:5 {2}A parameter of "start"$/m);
    assert.match(fresh.stdout, /^What the rule does not see$/m);
    assert.match(fresh.stdout, /^ {2}CWE-78 /m);
    const read = await run(["explain", fingerprint.slice(0, 6), "--report", "report.json"]);
    assert.equal(read.code, 0);
    assert.equal(read.stdout, fresh.stdout.replaceAll("in/run.py", "run.py"));
  });
});

Deno.test("explain says what is wrong with a fingerprint or a report", async () => {
  await withFinding(RUN, async ({ folder, fingerprint, run }) => {
    await Deno.writeTextFile(join(folder, "bad.json"), "[]");
    const cases: [string[], RegExp][] = [
      [["explain", "abc"], /Expected a fingerprint, got "abc"/],
      [["explain", "0000000", "in"], /No finding begins with "0000000"/],
      [["explain", fingerprint, "--report", "none.json"], /there is none/],
      [["explain", fingerprint, "--report", "bad.json"], /Expected a JSON report in "bad\.json"/],
      [["explain", fingerprint, "in", "--budget", "1"], /Expected --ai beside --budget/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stdout], [3, ""], args.join(" "));
      assert.match(stderr, message);
    }
  });
});

Deno.test("explain shows a hostile report as text", async () => {
  await withFinding(RUN, async ({ folder, fingerprint, run }) => {
    const path = join(folder, "report.json");
    const report = JSON.parse(await Deno.readTextFile(path));
    report.findings[0].message = "a\u001b[2Jb\n::error::c";
    report.findings[0].file = "x\u202ey.py";
    report.findings.push({ fingerprint: 7 }, null, { ...report.findings[0], line: -1 });
    await Deno.writeTextFile(path, JSON.stringify(report));
    const { code, stdout } = await run(["explain", fingerprint, "--report", "report.json"]);
    assert.equal(code, 0);
    // deno-lint-ignore no-control-regex -- that none is there is the point
    assert.doesNotMatch(stdout, /[\u001b\u202e]|^::/m);
  });
});

Deno.test("explain --ai prints a model's words and a patch, and changes nothing", async () => {
  const secret = madeUpToken("GitHub token", 5);
  const code = RUN.replace("command,", `command + "${secret}",`);
  await using model = startFakeProvider("ollama", {
    models: [MODEL],
    answer: (prompt) => ({
      check: wordOf(prompt as never, "check"),
      explanation: "The command\u001b[2J is the caller's.",
      patch: "-    return subprocess.run(command, shell=True)\n+    return run_safely(command)",
    }),
  });
  await withFinding(code, async ({ folder, fingerprint, run }) => {
    const { code: exit, stdout } = await run(["explain", fingerprint, "in", "--ai"], model.url);
    assert.equal(exit, 0);
    assert.match(stdout, /^ {2}The command<U\+001B>\[2J is the caller's\.$/m);
    assert.match(stdout, /^A patch that it proposes; nothing was changed$/m);
    assert.match(stdout, /^ {2}\+ {4}return run_safely\(command\)$/m);
    assert.equal(await Deno.readTextFile(join(folder, "in/run.py")), code);
    assert.ok(!JSON.stringify(model.seen).includes(secret));
  });
});

Deno.test("explain --ai goes without a model that is steered, wrong or not there", async () => {
  await withFinding(RUN, async ({ fingerprint, run }) => {
    const plain = await run(["explain", fingerprint, "in"]);
    const answers: [(prompt: never) => unknown, RegExp][] = [
      [(prompt) => wordOf(prompt, "word"), /The code steers a model that reads it/],
      [(prompt) => answerTo(prompt), /No model has explained it/],
    ];
    for (const [answer, warning] of answers) {
      await using model = startFakeProvider("ollama", { models: [MODEL], answer: answer as never });
      const told = await run(["explain", fingerprint, "in", "--ai"], model.url);
      assert.deepEqual([told.code, told.stdout], [0, plain.stdout]);
      assert.match(told.stderr, warning);
    }
    const alone = await run(["explain", fingerprint, "in", "--ai"]);
    assert.deepEqual([alone.code, alone.stdout], [0, plain.stdout]);
  });
});

Deno.test("rules explain knows what a model may report", async () => {
  const { code, stdout } = await runCli(["rules", "explain", "reviewer-steering"]);
  assert.equal(code, 0);
  assert.match(stdout, /^reviewer-steering: Text in the code steers a model that reviews it$/m);
});
