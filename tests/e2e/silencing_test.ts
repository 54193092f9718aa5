// What a hostile target may try so that a scan of it says nothing: each way leaves the finding open.

import assert from "node:assert/strict";
import { join } from "node:path";
import { runCli } from "../support/run_cli.ts";
import { type Tree, withFolder } from "../support/temp_folder.ts";

const FILE = ".mcp-sentinel-ignore.yaml";
const SERVER = "def f(x):\n    eval(x)\n";
const ALL = `version: '1'\nsuppressions:\n  - id: S\n    reason: trust me\n    path: '**'\n`;
const REMOTE = '[remote "origin"]\n\turl = https://git.example.com/team/own\n';

interface Attempt {
  readonly tree: Tree;
  /** Kinds and files of the notes that tell of it. */
  readonly told: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
}

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "a file of suppressions": { tree: { [FILE]: ALL }, told: [`untrusted ${FILE}`] },
  "one that is no YAML, to end the scan": { tree: { [FILE]: "[" }, told: [`untrusted ${FILE}`] },
  "a comment": {
    tree: {
      "server.py": SERVER.replace(
        ")\n    ev",
        ")\n    # mcp-sentinel-ignore[code-evaluation]: ok\n    ev",
      )
        .replace("eval(x)\n", "eval(x)  # mcp-sentinel-ignore[code-evaluation]: trust me\n"),
    },
    told: ["untrusted server.py"],
  },
  "a folder that claims to be the user's repository": {
    tree: { ".git/config": REMOTE, [FILE]: ALL },
    told: [`untrusted ${FILE}`],
  },
  "a worktree of the user's repository": {
    tree: { ".git": "gitdir: ../own/.git\n", [FILE]: ALL },
    told: [`untrusted ${FILE}`],
  },
  "a worktree whose folders lead to it": {
    tree: { ".git": "gitdir: meta\n", "meta/commondir": "../../own/.git\n", [FILE]: ALL },
    told: [`untrusted ${FILE}`],
  },
  "a link to the user's own file": { tree: {}, links: { [FILE]: `../own/${FILE}` }, told: [] },
  "a baseline of its own": {
    tree: { ".mcp-sentinel-baseline.json": "{}", "baseline.json.gz": "x" },
    told: [],
  },
};

Deno.test("no target of others silences the scan, whatever lies in it", async () => {
  for (const [name, { tree, told, links = {} }] of Object.entries(ATTEMPTS)) {
    const their = Object.fromEntries(
      Object.entries({ "server.py": SERVER, ...tree }).map((
        [path, text],
      ) => [`their/${path}`, text]),
    );
    const own = { "own/.git/config": REMOTE, "own/server.py": SERVER, [`own/${FILE}`]: ALL };
    await withFolder({ ...own, ...their, "home/": "" }, async (folder) => {
      for (const [path, to] of Object.entries(links)) {
        await Deno.symlink(to, join(folder, "their", path));
      }
      const run = (...args: string[]) =>
        runCli(args, { cwd: join(folder, "own"), env: { HOME: join(folder, "home") } });
      const { code, stdout } = await run("scan", "../their", "-o", "json");
      const { findings, notes } = JSON.parse(stdout);
      assert.equal(code, 1, name);
      assert.deepEqual(
        findings.map(({ file, triage }: { file: string; triage: { state: string } }) => [
          file,
          triage.state,
        ]),
        [["server.py", "open"]],
        name,
      );
      assert.deepEqual(
        notes.map(({ kind, file }: { kind: string; file: string }) => `${kind} ${file}`),
        told,
        name,
      );
      // Nor does it take the place of the user's own baseline, or of what the log tells of it.
      await run("baseline", "save");
      assert.equal((await run("scan", "../their", "--baseline")).code, 3, name);
      assert.equal((await run("scan", "../their", "--save-baseline")).code, 1, name);
      const listed = JSON.parse((await run("baseline", "list", "-o", "json")).stdout);
      assert.deepEqual(listed.map(({ project }: { project: string }) => project).sort(), [
        join(folder, "their"),
        "git.example.com/team/own",
      ], name);
      const audit = JSON.parse((await run("audit", "../their", "-o", "json")).stdout);
      assert.deepEqual([audit.project, audit.active], [join(folder, "their"), []], name);
    });
  }
});

Deno.test("what a target says stays a text in baselines, the log and audits", async () => {
  const reason = "x\\u001b[31m\\u202e ::error::y ##[error]z | <b> `c` [l](u) @me https://u";
  const file = "a::error::<b>|`.py";
  const tree = {
    "p/.git/": "",
    [`p/${file}`]: SERVER,
    [`p/${FILE}`]: ALL.replace("trust me", `"${reason}"`),
    "home/": "",
  };
  await withFolder(tree, async (folder) => {
    const run = (...args: string[]) =>
      runCli(args, { cwd: join(folder, "p"), env: { HOME: join(folder, "home") } });
    await run("scan");
    const outputs = [
      (await run("audit")).stdout,
      (await run("audit", "-o", "markdown")).stdout,
      (await run("audit", "-o", "json")).stdout,
      await Deno.readTextFile(join(folder, "home/.mcp-sentinel/logs/suppressions.log")),
    ];
    for (const text of outputs) {
      // deno-lint-ignore no-control-regex -- control characters are what this looks for
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]|^\s*::|##\[/m);
      assert.match(text, /z/);
    }
    await Deno.remove(join(folder, "p", FILE));
    await run("baseline", "save");
    for (const args of [["show"], ["show", "-o", "json"], ["list"], ["list", "-o", "json"]]) {
      const { code, stdout } = await run("baseline", ...args);
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /^\s*::|##\[/m);
    }
    const row = outputs[1]!.split("\n").find((line) => line.startsWith("| S |"))!;
    assert.equal(row.replaceAll("\\|", "").split("|").length, 10);
    assert.doesNotMatch(row, /(?<!\\)[<`[]|@|https:/);
  });
});
