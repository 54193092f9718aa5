// Baselines as a user meets them: saved, compared with, moved, damaged, and whose project it is.

import assert from "node:assert/strict";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "fflate";
import { type CliResult, runCli } from "../support/run_cli.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

const EVAL = "def f(x):\n    eval(x)\n";
const HTTP = (name: string) =>
  JSON.stringify({
    mcpServers: { [name]: { type: "http", url: `http://${name}.example.com/mcp` } },
  });

interface Report extends CliResult {
  readonly findings: readonly {
    ruleId: string;
    file: string;
    baseline: string | null;
    triage: Record<string, string>;
  }[];
  readonly comparison: {
    savedAt: string;
    counts: Record<string, number>;
    newByRules: number;
    fixed: { ruleId: string; file: string }[];
  } | null;
}

async function scan(cwd: string, ...args: string[]): Promise<Report> {
  const result = await runCli(["scan", "-o", "json", "--persona", "auditor", ...args], {
    cwd,
    env: { HOME: join(cwd, "..", "home") },
  });
  return { ...result, ...(result.stdout === "" ? {} : JSON.parse(result.stdout)) };
}

async function inProject(tree: Tree, test: (cwd: string) => Promise<void>): Promise<void> {
  await withFolder({ "p/.git/": "", "home/": "" }, async (folder) => {
    const cwd = join(folder, "p");
    await plant(cwd, tree);
    await test(cwd);
  });
}

const SAVE = ["--save-baseline", "--baseline-file", "b.json"];
const COMPARE = ["--baseline-file", "b.json"];

function states({ findings }: Report): string[] {
  return findings.map(({ file, baseline, triage }) => `${file} ${baseline} ${triage["state"]}`);
}

Deno.test("a saved baseline makes what is in it known, and only the new fails", async () => {
  await inProject({ ".mcp.json": HTTP("crm") }, async (cwd) => {
    const saved = await scan(cwd, ...SAVE);
    assert.deepEqual([saved.code, saved.stderr, saved.comparison], [
      1,
      "Saved the baseline b.json: 1 finding in 1 file\n",
      null,
    ]);
    const same = await scan(cwd, ...COMPARE);
    assert.equal(same.code, 0);
    assert.deepEqual(states(same), [".mcp.json unchanged known"]);
    assert.equal(same.findings[0]!.triage["since"], "2026-01-15T12:00:00.000Z");
    await plant(cwd, { "sub/.mcp.json": HTTP("erp") });
    const grown = await scan(cwd, ...COMPARE);
    assert.equal(grown.code, 1);
    assert.deepEqual(states(grown), [".mcp.json unchanged known", "sub/.mcp.json new open"]);
    assert.deepEqual(grown.comparison?.counts, { new: 1, changed: 0, unchanged: 1 });
    assert.equal((await scan(cwd, ...COMPARE, "--fail-on-new", "critical")).code, 0);
    assert.equal((await scan(cwd, ...COMPARE, "--fail-on-new", "none")).code, 0);
    assert.equal(
      (await scan(cwd, ...COMPARE, "--fail-on", "none", "--fail-on-new", "high")).code,
      1,
    );
    const sarif = JSON.parse(
      (await runCli(["scan", "-o", "sarif", ...COMPARE], { cwd })).stdout,
    );
    assert.deepEqual(
      sarif.runs[0].results.map((one: { baselineState: string }) => one.baselineState),
      ["unchanged", "new"],
    );
    const { stdout } = await runCli(["scan", ...COMPARE], { cwd });
    assert.match(stdout, /Baseline of 2026-01-15: 1 new, 0 changed, 1 unchanged, 0 fixed/);
  });
});

Deno.test("edits and moves make nothing new; what is mended is fixed", async () => {
  await inProject({ "server.py": EVAL, "b.py": EVAL, "c.py": EVAL }, async (cwd) => {
    await scan(cwd, ...SAVE);
    const change = async (tree: Tree, gone: readonly string[] = []): Promise<Report> => {
      for (const path of gone) await Deno.remove(join(cwd, path));
      await plant(cwd, tree);
      return await scan(cwd, ...COMPARE);
    };
    const shifted = await change({ "server.py": `import os\n\n\n${EVAL}` });
    assert.deepEqual(states(shifted), [
      "b.py unchanged known",
      "c.py unchanged known",
      "server.py changed known",
    ]);
    const moved = await change({ "src/b.py": EVAL }, ["b.py"]);
    assert.deepEqual(states(moved).at(-1), "src/b.py unchanged known");
    assert.deepEqual(moved.comparison?.fixed, []);
    const edited = await change({ "src/b.py": `import os\n${EVAL}` });
    assert.deepEqual(states(edited).at(-1), "src/b.py changed known");
    const copied = await change({ "src/copy.py": EVAL });
    // One of the two is what was there; the same content goes first.
    assert.deepEqual(states(copied).slice(-2), [
      "src/b.py new open",
      "src/copy.py unchanged known",
    ]);
    const doubled = await change({ "c.py": `${EVAL}    eval(x)\n` }, ["src/copy.py"]);
    assert.deepEqual(states(doubled).slice(0, 2), ["c.py changed known", "c.py new open"]);
    const mended = await change({ "c.py": "def f(x):\n    pass\n" });
    assert.deepEqual(mended.comparison?.fixed.map(({ file }) => file), ["c.py"]);
    const { stdout } = await runCli(["scan", "--persona", "auditor", ...COMPARE], { cwd });
    assert.match(stdout, /fixed: c\.py {2}code-evaluation/);
    // What was not looked at is not mended.
    const part = await scan(cwd, "server.py", ...COMPARE);
    assert.deepEqual([states(part), part.comparison?.fixed], [["server.py changed known"], []]);
  });
});

Deno.test("a finding of a new rule is told from one of new code", async () => {
  await inProject({ "server.py": EVAL, ".mcp.json": HTTP("crm") }, async (cwd) => {
    await scan(cwd, ...SAVE);
    const path = join(cwd, "b.json");
    const saved = JSON.parse(await Deno.readTextFile(path));
    saved.rules = saved.rules.filter((id: string) => id !== "mcp-plain-http");
    saved.ruleDigest = "0".repeat(64);
    saved.findings = [];
    await Deno.writeTextFile(path, JSON.stringify(saved));
    const { comparison, code } = await scan(cwd, ...COMPARE);
    assert.deepEqual([comparison?.counts["new"], comparison?.newByRules, code], [2, 2, 1]);
    await plant(cwd, { "server.py": `import os\n${EVAL}` });
    assert.equal((await scan(cwd, ...COMPARE)).comparison?.newByRules, 1);
  });
});

Deno.test("what was suppressed when it was saved is no part of the baseline", async () => {
  const comment = "# mcp-sentinel-ignore[code-evaluation]: a calculator until=2026-01-15";
  await inProject({ "server.py": `def f(x):\n    eval(x)  ${comment}\n` }, async (cwd) => {
    await scan(cwd, ...SAVE);
    const later = await runCli(
      ["scan", "-o", "json", "--persona", "auditor", "--fail-on-new", "low", ...COMPARE],
      { cwd, date: "2026-01-16T00:00:00Z" },
    );
    assert.equal(later.code, 1);
    const [found] = JSON.parse(later.stdout).findings;
    assert.deepEqual([found.triage.state, found.baseline], ["open", "new"]);
  });
});

Deno.test("--baseline keeps one for each project below the home folder", async () => {
  const git = (url: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n`;
  const tree = {
    "a/.git/config": git("https://ann:secret@Git.example.com/team/server.git"),
    "a/.mcp.json": HTTP("crm"),
    "b/.git/config": git("git@git.example.com:team/server"),
    "b/.mcp.json": HTTP("crm"),
    "c/.git/config": git("https://git.example.com/team/other"),
    "c/.mcp.json": HTTP("crm"),
    "w/.git": "gitdir: ../a/.git/worktrees/w\n",
    "w/.mcp.json": HTTP("crm"),
    "a/.git/worktrees/w/commondir": "../..\n",
    "home/": "",
  };
  await withFolder(tree, async (folder) => {
    const run = (name: string, ...args: string[]) =>
      runCli(["scan", ...args], { cwd: join(folder, name), env: { HOME: join(folder, "home") } });
    assert.equal((await run("a", "--save-baseline")).code, 1);
    const saved = [...Deno.readDirSync(join(folder, "home/.mcp-sentinel/baselines"))]
      .filter(({ name }) => !name.startsWith("index."));
    assert.deepEqual(saved.length, 1);
    assert.match(saved[0]!.name, /^[0-9a-f]{32}_baseline\.json\.gz$/);
    const bytes = await Deno.readFile(join(folder, "home/.mcp-sentinel/baselines", saved[0]!.name));
    const text = new TextDecoder().decode(gunzipSync(bytes));
    assert.equal(JSON.parse(text).project, "git.example.com/team/server");
    assert.equal((await run("b", "--baseline")).code, 0);
    assert.equal((await run("w", "--baseline")).code, 0);
    const other = await run("c", "--baseline");
    assert.equal(other.code, 3);
    assert.match(other.stderr, /Could not read the baseline .*: there is none/);
    assert.equal(
      (await run("c", "--baseline", "--project", "git.example.com/team/server")).code,
      0,
    );
    const homeless = await runCli(["scan", "--baseline"], { cwd: join(folder, "a") });
    assert.deepEqual([homeless.code, /--baseline-file/.test(homeless.stderr)], [3, true]);
  });
});

Deno.test("another's repository does not choose which project it is", async () => {
  const config = '[remote "origin"]\n\turl = https://git.example.com/team/server\n';
  const tree = {
    "own/.git/config": config,
    "own/.mcp.json": HTTP("crm"),
    "their/.git/config": config,
    "their/.mcp.json": HTTP("crm"),
    "home/": "",
  };
  await withFolder(tree, async (folder) => {
    const run = (...args: string[]) =>
      runCli(["scan", ...args], { cwd: join(folder, "own"), env: { HOME: join(folder, "home") } });
    await run("--save-baseline");
    assert.equal((await run("--baseline")).code, 0);
    assert.equal((await run("../their", "--baseline")).code, 3);
    assert.equal((await run("../their", "--baseline", "--trust-target")).code, 0);
  });
});

Deno.test("a damaged baseline ends the scan with its place, and stays as it is", async () => {
  await inProject({ ".mcp.json": HTTP("crm") }, async (cwd) => {
    const path = join(cwd, "b.json");
    await scan(cwd, ...SAVE);
    const text = await Deno.readTextFile(path);
    const packed = gzipSync(new TextEncoder().encode(text));
    const flipped = packed.slice();
    flipped[40]! ^= 255;
    const cases: readonly [content: string | Uint8Array, error: RegExp][] = [
      ["", /b\.json:1:1: No JSON/],
      [text.slice(0, 300), /b\.json:\d+:\d+: No JSON: the file is cut short/],
      [text.replace('"version": 1', '"version": 2'), /b\.json:3:14: Expected version 1 .*got 2/],
      [
        text.replace("mcp-sentinel-baseline", "x"),
        /b\.json:2:13: Expected "mcp-sentinel-baseline"/,
      ],
      [
        text.replace(/"severity":"\w+"/, '"severity":"bad"'),
        /b\.json:\d+:\d+: Expected one of info/,
      ],
      [text.replace(/"fingerprint":"./, '"fingerprint":"Z'), /Expected 32 digits .* "fingerprint"/],
      [text.replace(/"ruleId":"[\w-]+",/, ""), /Expected text for "ruleId"/],
      [text.replace(/(\n {4}\{"fingerprint.*)\n/, "$1,$1\n"), /stands here a second time/],
      [
        text.replace(/"ruleDigest": "./, '"ruleDigest": "'),
        /:7:17: Expected a SHA-256 for "ruleDi/,
      ],
      [text.replace(/(\.json": )"[0-9a-f]{64}"/, "$11"), /:\d+:\d+: Expected a SHA-256, 64 digits/],
      [`${"[".repeat(100_000)}`, /b\.json:1:1: Values stand too deep/],
      ["[]", /b\.json:1:1: Expected an object/],
      [new Uint8Array([0xff, 0xfe, 0]), /Could not read the baseline "b\.json": it is damaged/],
      [packed.slice(0, packed.length - 20), /it is damaged, or cut short/],
      [flipped, /it is damaged, or cut short/],
      [new Uint8Array([0x1f, 0x8b]), /it is damaged, or cut short/],
    ];
    for (const [content, error] of cases) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(path, bytes);
      // Not even a save goes over it, where it was to be compared with first.
      const { code, stdout, stderr } = await scan(cwd, ...SAVE, "--baseline");
      assert.deepEqual([code, stdout], [3, ""], String(error));
      assert.match(stderr, error);
      assert.deepEqual(await Deno.readFile(path), bytes);
    }
  });
});

Deno.test("the options of baselines are told apart", async () => {
  await inProject({ ".mcp.json": HTTP("crm") }, async (cwd) => {
    const alone = await scan(cwd, "--fail-on-new", "high");
    assert.deepEqual([alone.code, /Expected --baseline/.test(alone.stderr)], [3, true]);
    const missing = await scan(cwd, ...COMPARE);
    assert.deepEqual([missing.code, missing.stdout], [3, ""]);
    assert.match(missing.stderr, /Could not read the baseline "b\.json": there is none/);
    const nowhere = await scan(cwd, "--save-baseline", "--baseline-file", "no/b.json");
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.stderr, /Could not write .*--save-baseline/);
    // The baseline is no part of the target.
    await scan(cwd, ...SAVE);
    const text = await Deno.readTextFile(join(cwd, "b.json"));
    assert.deepEqual(Object.keys(JSON.parse(text).files), [".mcp.json"]);
    await scan(cwd, ...SAVE);
    assert.equal(await Deno.readTextFile(join(cwd, "b.json")), text);
  });
});

Deno.test("--save-baseline is refused beside --diff, which sees a part alone", async () => {
  await inProject({ ".mcp.json": HTTP("crm") }, async (cwd) => {
    for (const option of ["--diff", "--staged"]) {
      const { code, stderr } = await scan(cwd, ...SAVE, option);
      assert.equal(code, 3);
      assert.match(stderr, /Expected no --diff and no --staged beside --save-baseline/);
    }
  });
});

Deno.test("a scan out of the cache is held against a baseline like every other", async () => {
  const comment = "# mcp-sentinel-ignore[code-evaluation]: a calculator";
  const tree = { "server.py": EVAL, "b.py": `def f(x):\n    eval(x)  ${comment}\n` };
  await inProject(tree, async (cwd) => {
    const cached = ["--cache-dir", `${cwd}/../cache`];
    await scan(cwd, ...SAVE, ...cached);
    await Deno.rename(`${cwd}/server.py`, `${cwd}/moved.py`);
    const expected = ["b.py new suppressed", "moved.py unchanged known"];
    for (let i = 0; i < 2; i++) {
      const report = await scan(cwd, ...COMPARE, ...cached);
      assert.deepEqual([states(report), report.comparison?.fixed], [expected, []]);
    }
  });
});
