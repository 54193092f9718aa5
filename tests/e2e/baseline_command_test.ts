// `baseline` and what is kept below the home folder: the files are the truth, the index follows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { gunzipSync } from "fflate";
import { type CliResult, runCli, spawnCli } from "../support/run_cli.ts";
import { gzipBomb } from "../support/gzip_bomb.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

const HTTP = (name: string) =>
  JSON.stringify({
    mcpServers: { [name]: { type: "http", url: `http://${name}.example.com/mcp` } },
  });
const CONFIG = (url: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n`;
const GIT = CONFIG("https://ann:hunter2@git.example.com:443/team/server.git?token=abc");
const NAME = "git.example.com/team/server";
const HOME = "home/.mcp-sentinel/baselines";

type Run = (
  args: readonly string[],
  options?: { at?: string; date?: string },
) => Promise<CliResult>;

async function inProject(tree: Tree, test: (run: Run, folder: string) => Promise<void>) {
  await withFolder({ "p/.git/config": GIT, "home/": "", ...tree }, async (folder) => {
    const run: Run = (args, { at = "p", date } = {}) =>
      runCli(args, {
        cwd: join(folder, at),
        env: { HOME: join(folder, "home") },
        ...(date !== undefined && { date }),
      });
    await test(run, folder);
  });
}

function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(join(folder, HOME))].map(({ name }) => name).sort();
}

async function listed(run: Run): Promise<Record<string, unknown>[]> {
  const { code, stdout } = await run(["baseline", "list", "-o", "json"]);
  assert.equal(code, 0);
  return JSON.parse(stdout);
}

Deno.test("baseline save, show, compare, list and delete go together", async () => {
  await inProject({ "p/.mcp.json": HTTP("crm") }, async (run, folder) => {
    const none = await run(["baseline", "list"]);
    assert.deepEqual([none.code, /No baseline is saved/.test(none.stdout)], [0, true]);
    const saved = await run(["baseline", "save"]);
    assert.deepEqual([saved.code, saved.stdout], [0, ""]);
    assert.match(saved.stderr, /^Saved the baseline .*_baseline\.json\.gz: 1 finding in 1 file\n$/);
    const shown = await run(["baseline", "save", "-o", "json"]);
    assert.equal(JSON.parse(shown.stdout).findings.length, 1);
    const page = await run(["baseline", "show"]);
    assert.match(page.stdout, /^git\.example\.com\/team\/server\n/);
    assert.match(page.stdout, /\nfindings {2}1 \(1 high\) in 1 files\n/);
    assert.match(page.stdout, /\nhigh {5}[0-9a-f]{12} \.mcp\.json: .*\(mcp-plain-http\)\n$/);
    const json = JSON.parse((await run(["baseline", "show", "-o", "json"])).stdout);
    assert.deepEqual([json.project, json.findings.length], [NAME, 1]);
    assert.equal((await run(["baseline", "compare"])).code, 0);
    await plant(folder, { "p/sub/.mcp.json": HTTP("erp") });
    const grown = await run(["baseline", "compare", "-o", "json"]);
    assert.deepEqual([grown.code, JSON.parse(grown.stdout).comparison.counts.new], [1, 1]);
    assert.equal((await run(["baseline", "compare", "--fail-on-new", "critical"])).code, 0);
    const [only, ...others] = await listed(run);
    assert.deepEqual([only!["project"], only!["findings"], others], [NAME, 1, []]);
    assert.match(
      (await run(["baseline", "list"])).stdout,
      /team\/server\n {2}saved {5}2026-01-15T/,
    );
    assert.deepEqual(await run(["baseline", "delete"]), {
      code: 0,
      stdout: `Deleted the baseline of ${NAME}\n`,
      stderr: "",
    });
    assert.deepEqual(await listed(run), []);
    assert.deepEqual(filesIn(folder).filter((name) => !name.startsWith("index.")), []);
    const again = await run(["baseline", "delete"]);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /Could not delete the baseline .*there is none/);
  });
});

Deno.test("baseline export and import carry a baseline to another home", async () => {
  await inProject(
    { "p/.mcp.json": HTTP("crm"), "q/.mcp.json": HTTP("crm") },
    async (run, folder) => {
      await run(["baseline", "save"]);
      const [name] = filesIn(folder);
      const before = await Deno.readFile(join(folder, HOME, name!));
      const exported = await run(["baseline", "export", "b.json"]);
      assert.equal(exported.stdout, `Exported the baseline of ${NAME} (1 finding) to b.json\n`);
      const text = await Deno.readTextFile(join(folder, "p/b.json"));
      assert.equal(text, new TextDecoder().decode(gunzipSync(before)));
      // A file that is there stays, unless it may go.
      const second = await run(["baseline", "export", "b.json"]);
      assert.deepEqual([second.code, /There is a baseline already/.test(second.stderr)], [3, true]);
      assert.equal((await run(["baseline", "export", "b.json", "--force"])).code, 0);
      await plant(folder, { "p/notes.txt": "mine\n" });
      for (
        const args of [["baseline", "export", "notes.txt", "--force"], [
          ..."scan --save-baseline --fail-on none --baseline-file notes.txt".split(" "),
        ]]
      ) {
        const refused = await run(args);
        assert.deepEqual([refused.code, /no baseline: "notes/.test(refused.stderr)], [3, true]);
      }
      assert.equal(await Deno.readTextFile(join(folder, "p/notes.txt")), "mine\n");

      const kept = await run(["baseline", "import", "b.json"]);
      assert.deepEqual([kept.code, /There is a baseline already/.test(kept.stderr)], [3, true]);
      await run(["baseline", "delete"]);
      const imported = await run(["baseline", "import", "b.json"]);
      assert.equal(imported.stdout, `Imported the baseline of ${NAME} (1 finding)\n`);
      assert.deepEqual(await Deno.readFile(join(folder, HOME, name!)), before);
      assert.equal((await run(["baseline", "compare"])).code, 0);
      await run(["baseline", "import", "b.json", "--project", "other"]);
      assert.equal((await run(["scan", "--baseline", "--project", "other"])).code, 0);
      assert.deepEqual((await listed(run)).map(({ project }) => project).sort(), [NAME, "other"]);
      await Deno.writeTextFile(
        join(folder, "p/b.json"),
        text.replace('"version": 1', '"version": 9'),
      );
      const wrong = await run(["baseline", "import", "b.json", "--force"]);
      assert.equal(wrong.code, 3);
      assert.match(wrong.stderr, /b\.json:3:14: Expected version 1 of a baseline, got 9/);
    },
  );
});

Deno.test("the index of baselines follows the files, whatever becomes of it", async () => {
  await inProject(
    { "p/.mcp.json": HTTP("crm"), "q/.mcp.json": HTTP("erp") },
    async (run, folder) => {
      await run(["baseline", "save"]);
      await run(["baseline", "save", "--project", "two"]);
      const expected = await listed(run);
      assert.deepEqual(expected.map(({ project }) => project).sort(), [NAME, "two"]);
      const index = join(folder, HOME, "index.kv");
      const same = async (what: string) => assert.deepEqual(await listed(run), expected, what);
      assert.ok(Deno.statSync(index).isFile);
      await same("as it is");
      for (const name of filesIn(folder)) {
        if (name.startsWith("index.")) await Deno.remove(join(folder, HOME, name));
      }
      await same("gone");
      assert.ok(Deno.statSync(index).isFile);
      await Deno.writeTextFile(index, "no database at all".repeat(1000));
      await same("damaged");
      // What it says of a file that is another now is not believed.
      const kv = await Deno.openKv(index);
      const [name] = filesIn(folder).filter((one) => one.endsWith(".gz"));
      await kv.set(["baseline", name!], { size: 1, modified: 1, description: { project: "lie" } });
      await kv.set(["baseline", "gone"], { size: 1, modified: 1, description: {} });
      kv.close();
      await same("wrong");
      await run(["scan", "--fail-on", "none"]);
      assert.equal((await run(["cache", "clear"])).code, 0);
      assert.ok(Deno.statSync(index).isFile);
      await same("the cache is cleared");
      const { openKv } = Deno;
      try {
        Reflect.deleteProperty(Deno, "openKv");
        await same("without KV");
        assert.equal((await run(["baseline", "save"], { date: "2026-02-01T00:00:00Z" })).code, 0);
      } finally {
        Deno.openKv = openKv;
      }
      const after = await listed(run);
      assert.ok(after.some(({ savedAt }) => String(savedAt).startsWith("2026-02-01")));
      await Deno.writeTextFile(join(folder, HOME, name!), "{");
      const { code, stdout } = await run(["baseline", "list"]);
      assert.deepEqual([code, /cannot be read: .*:1:\d: No JSON/.test(stdout)], [0, true]);
    },
  );
});

Deno.test("a project is its repository and the place in it, in worktrees and submodules too", async () => {
  const tree = {
    "p/a/.mcp.json": HTTP("crm"),
    "p/b/.mcp.json": HTTP("erp"),
    "p/.git/worktrees/w/commondir": "../..\n",
    "p/.git/worktrees/w/HEAD": "ref: refs/heads/w\n",
    "w/.git": "gitdir: ../p/.git/worktrees/w\n",
    "w/a/.mcp.json": HTTP("crm"),
    "p/.git/modules/sub/config": CONFIG("ssh://git@git.example.com:22/team/sub.git"),
    "p/sub/.git": "gitdir: ../.git/modules/sub\n",
    "p/sub/.mcp.json": HTTP("sub"),
    "plain/.mcp.json": HTTP("crm"),
  };
  await inProject(tree, async (run, folder) => {
    await run(["baseline", "save", "a"]);
    await run(["baseline", "save"], { at: "p/b" });
    await run(["baseline", "save", "a", "b"]);
    await run(["baseline", "save"], { at: "p/sub" });
    await run(["baseline", "save"], { at: "plain" });
    const projects = (await listed(run)).map(({ project }) => project).sort();
    assert.deepEqual(
      projects,
      [
        join(folder, "plain"),
        "git.example.com/team/server:a",
        "git.example.com/team/server:a,b",
        "git.example.com/team/server:b",
        "git.example.com/team/sub",
      ].sort(),
    );
    assert.equal((await run(["baseline", "compare", "a"], { at: "w" })).code, 0);
    // What is a part of what was saved is compared with that.
    assert.equal((await run(["baseline", "compare", "a/.mcp.json"])).code, 0);
    assert.equal((await run(["baseline", "compare"])).code, 3);
    await run(["baseline", "save"]);
    await run(["baseline", "delete", "--project", "git.example.com/team/server:a"]);
    assert.equal((await run(["baseline", "compare", "a"])).code, 0);
  });
});

Deno.test("baselines and suppressions are where settings say", async () => {
  const settings = (rest: string) =>
    `version: "1"\nbaseline:\n  ${rest}\nsuppression:\n  file: sec/ignore.yaml\n`;
  const tree = {
    "p/.mcp-sentinel.yaml": settings("file: sec/accepted.json"),
    "p/.mcp.json": HTTP("crm"),
    "p/sub/.mcp.json": HTTP("erp"),
    "p/sec/ignore.yaml": "version: '1'\nsuppressions: []\n",
  };
  await inProject(tree, async (run, folder) => {
    const saved = await run(["baseline", "save"]);
    assert.match(saved.stderr, /^Saved the baseline sec\/accepted\.json: 2 findings/);
    for (const at of ["p", "p/sub"]) {
      const { stdout } = await run(["baseline", "show", "-o", "json"], { at });
      assert.equal(JSON.parse(stdout).findings.length, 2);
      assert.equal((await run(["baseline", "compare"], { at })).code, 0);
    }
    const [finding] = JSON.parse((await run(["scan", "-o", "json"])).stdout).findings;
    const added = await run(["suppress", "add", finding.fingerprint, "--reason", "reviewed"]);
    assert.match(added.stdout, /^Added SUP-1 to sec\/ignore\.yaml: /);
    const { stdout } = await run(["scan", "-o", "json"]);
    assert.equal(JSON.parse(stdout).summary.byTriage.suppressed, 1);
    await plant(folder, { "p/.mcp-sentinel.yaml": settings("project: notes") });
    await run(["baseline", "save"]);
    assert.deepEqual((await listed(run)).map(({ project }) => project), ["notes"]);
    assert.match((await run(["baseline", "show"])).stdout, /^notes\n/);
    assert.match((await run(["baseline", "delete"])).stdout, /baseline of notes/);
    // Rules that are switched off are settings, too.
    await run(["baseline", "save"]);
    const other = await run(["scan", "--baseline", "--disable-rule", "floating-mcp-dependency"]);
    assert.match(other.stderr, /^note: The baseline was saved under other settings/);
  });
});

Deno.test("other settings than those of the baseline are told of", async () => {
  await inProject({ "p/.mcp.json": HTTP("crm"), "p/a/.mcp.json": HTTP("crm") }, async (run) => {
    await run(["baseline", "save", "--exclude", "a/**"]);
    const same = await run(["scan", "--baseline", "--exclude", "a/**"]);
    assert.deepEqual([same.code, same.stderr], [0, ""]);
    const other = await run(["scan", "--baseline"]);
    assert.equal(other.code, 1);
    assert.match(other.stderr, /^note: The baseline was saved under other settings of the scan/);
    assert.equal((await run(["scan", "--baseline", "-q"])).stderr, "");
  });
});

Deno.test("of processes that save at once, one wins whole", async () => {
  const servers = (name: string) =>
    Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`p/${name}${i}/.mcp.json`, HTTP(`${name}-${i}`)]),
    );
  await inProject({ ...servers("a"), ...servers("b") }, async (_, folder) => {
    const save = (name: string) =>
      spawnCli(
        ["scan", "-q", "--fail-on", "none", "--save-baseline", "--no-cache"].concat(
          ["--baseline-file", "../b.json", "--include", `${name}*/.mcp.json`],
        ),
        { cwd: join(folder, "p") },
      );
    const results = await Promise.all(["a", "b", "a", "b"].map(save));
    assert.deepEqual(results.map(({ code, stderr }) => [code, stderr]), Array(4).fill([0, ""]));
    const { findings } = JSON.parse(await Deno.readTextFile(join(folder, "b.json")));
    assert.equal(findings.length, 30);
    assert.equal(new Set(findings.map(({ file }: { file: string }) => file[0])).size, 1);
    assert.deepEqual(
      [...Deno.readDirSync(folder)].map(({ name }) => name).sort(),
      ["b.json", "home", "p"],
    );
  });
});

Deno.test("a home folder that takes no baseline is told of", async () => {
  await inProject({ "p/.mcp.json": HTTP("crm"), "home/.mcp-sentinel": "" }, async (run) => {
    for (const args of [["baseline", "save"], ["baseline", "delete"]]) {
      const { code, stderr } = await run(args);
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, /^error: Could not (?:write|delete) /m);
    }
    const { code, stderr } = await run(["baseline", "list"]);
    assert.deepEqual([code, /Could not read ".*baselines"/.test(stderr)], [3, true]);
  });
});

Deno.test("a baseline that unpacks to gigabytes is let go of, and stays as it is", async () => {
  await inProject({ "p/.mcp.json": HTTP("crm") }, async (run, folder) => {
    const bytes = gzipBomb(2048);
    assert.ok(bytes.length < 4 * 1024 * 1024);
    await Deno.writeFile(join(folder, "p/b.json.gz"), bytes);
    for (
      const args of [
        ["scan", "--baseline-file", "b.json.gz"],
        ["baseline", "show", "--baseline-file", "b.json.gz"],
        ["baseline", "import", "b.json.gz"],
      ]
    ) {
      const { code, stderr } = await run(args);
      assert.equal(code, 3);
      assert.match(stderr, /Could not read the baseline "b\.json\.gz": it is too large/);
    }
    assert.deepEqual(await Deno.readFile(join(folder, "p/b.json.gz")), bytes);
  });
});
