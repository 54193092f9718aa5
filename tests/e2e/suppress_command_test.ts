// `suppress add`: an entry for a finding, written so that the next scan knows it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { runCli, spawnCli } from "../support/run_cli.ts";
import { type Tree, withFolder } from "../support/temp_folder.ts";

const FILE = ".mcp-sentinel-ignore.yaml";
const EVAL = "def f(x):\n    eval(x)\n";
const DATE = "2026-01-15T12:00:00Z";

interface Found {
  readonly fingerprint: string;
  readonly file: string;
  readonly triage: Readonly<Record<string, string>>;
}

async function found(cwd: string, ...args: string[]): Promise<Found[]> {
  return JSON.parse((await runCli(["scan", "-o", "json", ...args], { cwd, date: DATE })).stdout)
    .findings;
}

async function inProject(tree: Tree, test: (cwd: string) => Promise<void>): Promise<void> {
  await withFolder({ "p/.git/": "" }, async (folder) => {
    const cwd = join(folder, "p");
    for (const [path, text] of Object.entries(tree)) {
      await Deno.mkdir(join(cwd, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(cwd, path), text as string);
    }
    await test(cwd);
  });
}

const add = (cwd: string, ...args: string[]) =>
  runCli(["suppress", "add", ...args], { cwd, date: DATE });

Deno.test("suppress add sets one finding aside, and leaves the rest of the file as it is", async () => {
  const before = "# Ours; ask ann.\nversion: '1'\nsuppressions:\n" +
    "  # Long ago\n  - id:  SUP-1   # the first\n    reason: none\n    path: gone.py\n\n# The end\n";
  await inProject({ "a.py": EVAL, "b.py": EVAL, [FILE]: before }, async (cwd) => {
    const [a, b] = await found(cwd);
    const result = await add(
      cwd,
      a!.fingerprint.slice(0, 8),
      "--reason",
      "digits only: see parse()",
    );
    assert.deepEqual(result, {
      code: 0,
      stdout: `Added SUP-2 to ${FILE}: code-evaluation at a.py:2\n`,
      stderr: "",
    });
    const text = await Deno.readTextFile(join(cwd, FILE));
    const [start, end] = before.split("\n\n# The end");
    assert.ok(
      text.startsWith(`${start}\n  # a.py: A parameter`) && text.endsWith(`\n\n# The end${end}`),
    );
    assert.deepEqual(
      (await found(cwd)).map(({ file, triage }) => [file, triage["state"], triage["by"]]),
      [
        ["a.py", "suppressed", "SUP-2"],
        ["b.py", "open", undefined],
      ],
    );
    const named = ["--id", "CALC", "--author", "ann", "--expires", "2026-01-15"];
    const second = await add(cwd, b!.fingerprint, "--reason", "today", ...named);
    assert.equal(
      second.stdout,
      `Added CALC to ${FILE}: code-evaluation at b.py:2 until 2026-01-15\n`,
    );
    assert.match(
      await Deno.readTextFile(join(cwd, FILE)),
      /- id: CALC\n {4}reason: today\n {4}author: ann\n/,
    );
    assert.equal((await found(cwd)).filter(({ triage }) => triage["state"] === "open").length, 0);
  });
});

Deno.test("suppress add says what is wrong, and writes nothing then", async () => {
  await inProject({ "a.py": EVAL, "b.py": EVAL, "c.py": EVAL }, async (cwd) => {
    const [a, b] = await found(cwd);
    const reason = ["--reason", "reviewed"];
    await add(cwd, a!.fingerprint, ...reason);
    const text = await Deno.readTextFile(join(cwd, FILE));
    const cases: readonly [args: string[], error: RegExp][] = [
      [[a!.fingerprint, ...reason], /suppressed already, by SUP-1/],
      [["0".repeat(32), ...reason], /No finding has the fingerprint/],
      [["abc", ...reason], /Expected 6 to 32 digits of 0-9a-f, got "abc"/],
      [["code-evaluation", ...reason], /Expected 6 to 32 digits/],
      [[b!.fingerprint], /--reason/],
      [[b!.fingerprint, "--reason", " - "], /Expected a reason/],
      [[b!.fingerprint, ...reason, "--expires", "soon"], /Expected a day such as .* got "soon"/],
      [
        [b!.fingerprint, ...reason, "--expires", "2026-01-14"],
        /Expected a day .* which is to come/,
      ],
      [[b!.fingerprint, ...reason, "--id", "SUP-1"], /The id "SUP-1" is taken/],
      [[b!.fingerprint, ...reason, "--id", "comment"], /Choose an id but "comment"/],
      [[b!.fingerprint, ...reason, "a.py"], /No finding has the fingerprint/],
      [[b!.fingerprint, ...reason, "--suppress", "none/x.yaml"], /Could not write/],
      [[b!.fingerprint, ...reason, "--no-such-option"], /unknown option '--no-such-option'/],
    ];
    for (const [args, error] of cases) {
      const { code, stdout, stderr } = await add(cwd, ...args);
      assert.ok([2, 3].includes(code), args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, error);
      assert.equal(await Deno.readTextFile(join(cwd, FILE)), text, args.join(" "));
    }
    await Deno.writeTextFile(join(cwd, FILE), `${text}  - id: x\n`);
    const broken = await add(cwd, b!.fingerprint, ...reason);
    assert.deepEqual([broken.code, /yaml:\d+:\d+: Expected/.test(broken.stderr)], [3, true]);
    assert.equal(await Deno.readTextFile(join(cwd, FILE)), `${text}  - id: x\n`);
  });
});

Deno.test("suppress add of others' targets takes a file of one's own", async () => {
  await inProject({ "x.txt": "", "../their/.git/HEAD": "", "../their/a.py": EVAL }, async (cwd) => {
    const [a] = await found(cwd, "../their");
    const args = [a!.fingerprint, "../their", "--reason", "reviewed"];
    const refused = await add(cwd, ...args);
    assert.equal(refused.code, 3);
    assert.match(
      refused.stderr,
      /would have no effect\n {2}hint: The target is not in your repository/,
    );
    for (let i = 0; i < 2; i++) {
      const own = await add(cwd, ...args, "--suppress", "mine.yaml");
      assert.equal(own.code, i === 0 ? 0 : 3, own.stderr);
    }
    const after = await found(cwd, "../their", "--suppress", "mine.yaml");
    assert.deepEqual(after.map(({ triage }) => triage["state"]), ["suppressed"]);
    assert.deepEqual([...Deno.readDirSync(join(cwd, "../their"))].map(({ name }) => name).sort(), [
      ".git",
      "a.py",
    ]);
  });
});

Deno.test("suppress add of processes at once loses no entry", async () => {
  const tree = Object.fromEntries(["a", "b", "c"].map((name) => [`${name}.py`, EVAL]));
  await inProject(tree, async (cwd) => {
    const fingerprints = (await found(cwd)).map(({ fingerprint }) => fingerprint);
    const results = await Promise.all(
      fingerprints.map((fingerprint) =>
        spawnCli(["suppress", "add", fingerprint, "--reason", "reviewed", "--no-cache"], { cwd })
      ),
    );
    assert.deepEqual(results.map(({ code }) => code), [0, 0, 0]);
    const after = await found(cwd);
    assert.deepEqual(after.map(({ triage }) => triage["by"]).sort(), ["SUP-1", "SUP-2", "SUP-3"]);
  });
});
