// The audit log and `audit`: what is written of what is set aside, and what becomes of a log that
// is damaged, changed, or not to be written.

import assert from "node:assert/strict";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "fflate";
import { type CliResult, ROOT, runCli, spawnCli } from "../support/run_cli.ts";
import { gzipBomb } from "../support/gzip_bomb.ts";
import { type Tree, withFolder } from "../support/temp_folder.ts";

const FILE = ".mcp-sentinel-ignore.yaml";
const SERVER = (rest = "") => `def f(x):\n    eval(x)${rest}\n`;
const COMMENT = "  # mcp-sentinel-ignore[code-evaluation]: a calculator until=2026-02-10";
const ENTRIES = `version: '1'
suppressions:
  - id: SUP-1
    reason: reviewed | by <b>the</b> team
    author: ann
    path: a/**
  - id: SUP-2
    reason: to be rewritten
    author: bob
    expires: 2026-02-01
    path: b.py
  - id: SUP-3
    reason: long gone
    rule: code-evaluation
    path: gone.py
  - id: SUP-4
    reason: over
    expires: 2026-01-01
    path: c.py
`;
const TREE = {
  "p/.git/HEAD": `${"0123456789".repeat(4)}\n`,
  "p/.git/config": '[remote "origin"]\n\turl = https://git.example.com/team/server\n',
  "p/a/one.py": SERVER(),
  "p/a/two.py": SERVER(),
  "p/b.py": SERVER(),
  "p/c.py": SERVER(),
  "p/d.py": SERVER(COMMENT),
  [`p/${FILE}`]: ENTRIES,
  "home/": "",
};
const LOGS = "home/.mcp-sentinel/logs";

type Run = (args: readonly string[], date?: string) => Promise<CliResult>;

async function inProject(tree: Tree, test: (run: Run, folder: string) => Promise<void>) {
  await withFolder(tree, async (folder) => {
    const run: Run = (args, date = "2026-01-15") =>
      runCli(args, {
        cwd: join(folder, "p"),
        env: { HOME: join(folder, "home") },
        date: `${date}T12:00:00Z`,
      });
    await test(run, folder);
  });
}

const SCAN = ["scan", "--fail-on", "none"];

function logOf(folder: string): string {
  return Deno.readTextFileSync(join(folder, LOGS, "suppressions.log"));
}

Deno.test("each run writes down each finding that is set aside, once", async () => {
  await inProject(TREE, async (run, folder) => {
    await run(SCAN);
    const records = logOf(folder).trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(records.map(({ suppressionId, path }) => [suppressionId, path]), [
      ["SUP-1", "a/one.py"],
      ["SUP-1", "a/two.py"],
      ["SUP-2", "b.py"],
      ["comment", "d.py"],
    ]);
    const { fingerprint, ...first } = records[2];
    assert.match(fingerprint, /^[0-9a-f]{32}$/);
    assert.match(first.previous, /^[0-9a-f]{64}$/);
    assert.deepEqual({ ...first, previous: "" }, {
      timestamp: "2026-01-15T12:00:00.000Z",
      suppressionId: "SUP-2",
      ruleId: "code-evaluation",
      type: "command-injection",
      severity: "high",
      path: "b.py",
      reason: "to be rewritten",
      author: "bob",
      expires: "2026-02-02T00:00:00.000Z",
      project: "git.example.com/team/server",
      commit: "0123456789".repeat(4),
      previous: "",
    });
    // Looking at it is no run of its own.
    await run(["audit"]);
    await run(["baseline", "list"]);
    assert.equal(logOf(folder).trim().split("\n").length, 4);
    await run(SCAN, "2026-01-16");
    assert.equal(logOf(folder).trim().split("\n").length, 8);
    assert.equal(Deno.statSync(join(folder, LOGS)).mode! & 0o777, 0o700);
    assert.equal(Deno.statSync(join(folder, LOGS, "suppressions.log")).mode! & 0o777, 0o600);
  });
});

Deno.test("audit reports what counts, what is over, unused or about to end, and by what", async () => {
  await inProject(TREE, async (run, folder) => {
    await run(SCAN, "2025-10-01");
    await run(SCAN, "2026-01-15");
    await Deno.writeTextFile(
      join(folder, "p", FILE),
      ENTRIES.replace("to be rewritten", "to be rewritten in May"),
    );
    await run(SCAN, "2026-01-20");
    const { code, stdout, stderr } = await run(
      ["audit", "-o", "json", "--since", "2026-01-01", "--soon", "14d"],
      "2026-01-25",
    );
    assert.deepEqual([code, stderr], [0, ""]);
    const report = JSON.parse(stdout);
    const ids = (some: { id: string }[]) => some.map(({ id }) => id);
    assert.deepEqual(ids(report.active), ["comment", "SUP-1", "SUP-2"]);
    assert.deepEqual(ids(report.expiringSoon), ["SUP-2"]);
    assert.deepEqual(ids(report.expired), ["SUP-4"]);
    assert.deepEqual(ids(report.unused), ["SUP-3"]);
    assert.deepEqual([report.findings, report.soonDays, report.notes], [4, 14, []]);
    assert.deepEqual(report.active[1], {
      id: "SUP-1",
      file: FILE,
      line: 3,
      rules: ["code-evaluation"],
      reason: "reviewed | by <b>the</b> team",
      author: "ann",
      expires: null,
      findings: 2,
      firstApplied: "2025-10-01T12:00:00.000Z",
      ageDays: 116,
    });
    assert.deepEqual(report.byRule, [{ name: "code-evaluation", suppressions: 3, findings: 4 }]);
    assert.deepEqual(report.byAuthor, [
      { name: "ann", suppressions: 1, findings: 2 },
      { name: "(not named)", suppressions: 1, findings: 1 },
      { name: "bob", suppressions: 1, findings: 1 },
    ]);
    assert.deepEqual(report.byAge, [{ name: "90 days to a year", suppressions: 3, findings: 4 }]);
    assert.deepEqual(report.files.map(({ name }: { name: string }) => name), [
      "a/one.py",
      "a/two.py",
      "b.py",
      "d.py",
    ]);
    assert.deepEqual(
      report.changes.map(({ change, at, id, reason }: Record<string, string>) => [
        change,
        at!.slice(0, 10),
        id,
        reason,
      ]),
      // SUP-4 last counted before.
      [["changed", "2026-01-20", "SUP-2", "to be rewritten in May"]],
    );
  });
});

Deno.test("audit shows the same on a terminal and as Markdown", async () => {
  await inProject(TREE, async (run) => {
    await run(SCAN);
    const terminal = (await run(["audit"])).stdout;
    assert.match(
      terminal,
      /^Suppressions of git\.example\.com\/team\/server at 012345678901, 2026-01-15\n/,
    );
    assert.match(
      terminal,
      /\n4 findings set aside by 3 suppressions; 2 ending soon, 1 over, 1 unused\n/,
    );
    assert.match(terminal, /\nUnused \(1\)\n {2}SUP-3 {2}\S+:12 {2}code-evaluation .* long gone\n/);
    assert.match(
      terminal,
      / {2}SUP-2 .* until 2026-02-01 {2}since 2026-01-15 \(0 days\) {2}to be rew/,
    );
    const markdown = (await run(["audit", "-o", "markdown"])).stdout;
    assert.match(markdown, /^# Suppressions of git\.example\.com\/team\/server\n/);
    assert.ok(markdown.includes("| reviewed \\| by \\<b\\>the\\</b\\> team |"), markdown);
    assert.ok(markdown.includes("## Expired (1)\n\n| suppression | place |"));
  });
});

Deno.test("audit verify finds the log whole, or tells where it is not, and exits with 3", async () => {
  await inProject(TREE, async (run, folder) => {
    assert.match((await run(["audit", "verify"])).stdout, /^The audit log is empty\n$/);
    await run(SCAN);
    await run(SCAN, "2026-01-16");
    const whole = await run(["audit", "verify"]);
    const [, head] = /^The audit log is whole: 8 lines in 1 file since 2026-01-15\nHead (\w{64})\n$/
      .exec(whole.stdout)!;
    assert.equal(whole.code, 0);
    const text = logOf(folder);
    const lines = text.trimEnd().split("\n");
    const path = join(folder, LOGS, "suppressions.log");
    const cases: readonly [content: string | Uint8Array, error: RegExp][] = [
      [
        text.replace('"SUP-2"', '"SUP-9"'),
        /suppressions\.log:4: This line does not follow .*log:3/,
      ],
      [lines.toSpliced(2, 1).join("\n") + "\n", /suppressions\.log:3: This line does not follow/],
      [lines.slice(0, 6).join("\n") + "\n", /suppressions\.log:6: Lines are missing at the end/],
      [lines.slice(1).join("\n") + "\n", /suppressions\.log:1: Lines are missing before this one/],
      [
        text.slice(0, -30),
        /suppressions\.log:8: (?:No JSON|The line has no end|Lines are missing)/,
      ],
      ["", /suppressions\.log:1: Lines are missing at the end/],
      ["{\n", /suppressions\.log:1: (?:No JSON|Lines are missing)/],
      [new Uint8Array([0xff, 10]), /suppressions\.log:1: (?:No JSON|Lines are missing)/],
      [new Uint8Array([0x1f, 0x8b, 1]), /suppressions\.log:1: Could not be read: it is damaged/],
    ];
    for (const [content, error] of cases) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(path, bytes);
      for (const args of [["audit", "verify"], ["audit", "verify", "-o", "markdown"], ["audit"]]) {
        const { code, stderr } = await run(args);
        assert.equal(code, 3, String(error));
        assert.match(stderr, error);
      }
      assert.deepEqual(await Deno.readFile(path), bytes);
      // A scan goes on, and adds to what is there.
      const scanned = await run(SCAN, "2026-01-17");
      assert.deepEqual([scanned.code, scanned.stderr], [0, ""]);
      const after = await Deno.readFile(path);
      assert.deepEqual(after.subarray(0, bytes.length), bytes);
      assert.ok(after.length > bytes.length);
      const { code } = await run(["audit", "verify"]);
      assert.equal(code, 3, String(error));
      await Deno.writeTextFile(path, text);
      await Deno.writeTextFile(join(folder, LOGS, "suppressions.head"), `${head}\n`);
    }
    assert.equal((await run(["audit", "verify", "--head", head!])).code, 0);
    const other = await run(["audit", "verify", "--head", "0".repeat(64)]);
    assert.deepEqual([other.code, /No line has the hash/.test(other.stderr)], [3, true]);
    const json = JSON.parse((await run(["audit", "verify", "-o", "json"])).stdout);
    assert.deepEqual([json.isWhole, json.lines, json.head], [true, 8, head]);
  });
});

Deno.test("what was packed away counts, and is checked, too", async () => {
  await inProject(TREE, async (run, folder) => {
    await run(SCAN);
    const log = join(folder, LOGS, "suppressions.log");
    const text = logOf(folder);
    const packed = join(folder, LOGS, "suppressions.000001.log.gz");
    await Deno.writeFile(packed, gzipSync(new TextEncoder().encode(text)));
    // The machine stopped between packing and beginning anew.
    assert.equal((await run(["audit", "verify"])).code, 0);
    await Deno.remove(log);
    await run(SCAN, "2026-01-16");
    const { code, stdout } = await run(["audit", "verify"]);
    assert.deepEqual([code, /^The audit log is whole: 8 lines in 2 files/.test(stdout)], [0, true]);
    await Deno.rename(packed, join(folder, LOGS, "away"));
    assert.match(
      (await run(["audit", "verify"])).stderr,
      /log:1: Lines are missing before this one/,
    );
    await Deno.rename(join(folder, LOGS, "away"), packed);
    const bytes = await Deno.readFile(packed);
    const edited = new TextDecoder().decode(gunzipSync(bytes)).replace("reviewed", "approved");
    await Deno.writeFile(packed, gzipSync(new TextEncoder().encode(edited)));
    assert.match(
      (await run(["audit", "verify"])).stderr,
      /000001\.log\.gz:2: This line does not fol/,
    );
    await Deno.writeFile(packed, gzipBomb(2048));
    const bomb = await run(["audit", "verify"]);
    assert.deepEqual([bomb.code, bomb.stdout], [3, ""]);
    assert.match(bomb.stderr, /000001\.log\.gz:1: Could not be read: it is too large/);
    await Deno.writeFile(packed, bytes.slice(0, 40));
    assert.match(
      (await run(["audit", "verify"])).stderr,
      /000001\.log\.gz:1: Could not be read: it/,
    );
  });
});

Deno.test("a scan that may not write the log does not fail, and says so once", async () => {
  await inProject(TREE, async (run, folder) => {
    const NOTE = /^note: What was suppressed is not in the audit log: .*\n$/;
    const homeless = await runCli(SCAN, { cwd: join(folder, "p") });
    assert.equal(homeless.code, 0);
    assert.match(homeless.stderr, NOTE);
    assert.equal((await runCli([...SCAN, "-q"], { cwd: join(folder, "p") })).stderr, "");
    // Nothing is set aside, so there is nothing to say.
    const plain = await runCli([...SCAN, "c.py"], { cwd: join(folder, "p") });
    assert.equal(plain.stderr, "");
    const cwd = join(folder, "p");
    const denied = await spawnCli(SCAN, {
      denoArgs: [`--config=${join(ROOT, "deno.json")}`, `--allow-read=${cwd}`, "-P=scan"],
      cwd,
      env: { HOME: join(folder, "home") },
    });
    assert.equal(denied.code, 0);
    const state = join(folder, LOGS);
    const told = denied.stderr.split("\n").filter((line) => line.startsWith("note: "));
    assert.equal(told.length, 1, denied.stderr);
    assert.ok(told[0]!.includes(`--allow-read=${state} --allow-write=${state}`), told[0]);
    // A file stands where the folder should be, as on a disk that takes no writes.
    await Deno.mkdir(join(folder, "home/.mcp-sentinel"), { recursive: true });
    await Deno.writeTextFile(join(folder, LOGS), "");
    const closed = await run(SCAN);
    assert.equal(closed.code, 0);
    assert.match(closed.stderr, NOTE);
  });
});
