// A team's way from the first scan to an acceptance that ends, on a server with a git history.

import assert from "node:assert/strict";
import { join } from "node:path";
import { runCli } from "../support/run_cli.ts";
import { withRepository } from "../support/repository.ts";
import { withFolder } from "../support/temp_folder.ts";

const TOOLS = `import os
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")


@mcp.tool()
def archive(name: str) -> str:
    os.system("tar cf /srv/archive.tar " + name)
    return "done"
`;
const MORE = `

@mcp.tool()
def remove(name: str) -> str:
    os.system("rm -f /srv/notes/" + name)
    return "gone"
`;

Deno.test("a team accepts what is there, stops what is new, and is told when an acceptance ends", async () => {
  await withFolder(
    {},
    (home) =>
      withRepository({ "src/server.py": TOOLS }, async ({ folder: cwd, git, commit }) => {
        await git("remote", "add", "origin", "https://ann:hunter2@git.example.com/team/notes.git");
        const run = (date: string, ...args: string[]) =>
          runCli(args, { cwd, env: { HOME: home }, date: `${date}T09:00:00Z` });
        const json = async (date: string, ...args: string[]) => {
          const result = await run(date, "scan", "-o", "json", ...args);
          const { findings } = JSON.parse(result.stdout);
          return {
            code: result.code,
            findings: findings.map((
              { message, baseline, triage }: {
                message: string;
                baseline: string;
                triage: { state: string };
              },
            ) => [/"(\w+)"/.exec(message)?.[1], baseline, triage.state]),
          };
        };

        // The team sets the project up.
        const begun = await run("2026-01-10", "init", "--yes", "--no-scan");
        assert.deepEqual([begun.code, begun.stdout], [0, ""]);
        await commit({});

        // The first scan fails; the team takes what is there as its baseline.
        const first = await json("2026-01-10");
        assert.deepEqual(first, { code: 1, findings: [["archive", null, "open"]] });
        const saved = await run("2026-01-10", "baseline", "save");
        assert.deepEqual([saved.code, saved.stdout], [0, ""]);
        assert.match(
          saved.stderr,
          /^Saved the baseline .*_baseline\.json\.gz: 1 finding in 2 files\n$/,
        );
        assert.equal((await json("2026-01-11", "--baseline")).code, 0);

        // Somebody adds a tool above and below, and only that one fails.
        await commit({ "src/server.py": `# Notes\n\n${TOOLS}${MORE}` });
        const edited = await run("2026-01-12", "scan", "--baseline", "-o", "json");
        assert.equal(edited.code, 1);
        const { findings } = JSON.parse(edited.stdout);
        assert.deepEqual(
          findings.map((one: { line: number; baseline: string; triage: { state: string } }) => [
            one.line,
            one.baseline,
            one.triage.state,
          ]),
          [[11, "changed", "known"], [17, "new", "open"]],
        );

        // What the terminal shows is enough to set it aside.
        const terminal = await run("2026-01-12", "scan", "--baseline");
        const [, fingerprint] = /server\.py:17:[^]*?fingerprint\s+([0-9a-f]{12})/.exec(
          terminal.stdout,
        )!;
        assert.ok(findings[1].fingerprint.startsWith(fingerprint));
        const added = await run(
          "2026-01-12",
          ...["suppress", "add", fingerprint!, "--reason", "admins only, see the gateway"],
          ...["--author", "ann", "--expires", "2026-03-01"],
        );
        assert.deepEqual(added, {
          code: 0,
          stdout:
            "Added SUP-1 to .mcp-sentinel-ignore.yaml: command-injection at src/server.py:17 " +
            "until 2026-03-01\n",
          stderr: "",
        });
        await commit({});
        const passed = await run("2026-01-13", "scan", "--baseline");
        assert.deepEqual([passed.code, passed.stderr], [0, ""]);
        assert.match(passed.stdout, /suppressed by SUP-1: admins only, see the gateway/);

        // Who accepted it, and until when.
        const entries = (await Deno.readTextFile(`${cwd}/.mcp-sentinel-ignore.yaml`)).split("\n");
        const line = entries.findLastIndex((text) => text.includes("- id: SUP-1")) + 1;
        const audit = await run("2026-01-14", "audit", "-o", "json");
        assert.deepEqual([audit.code, audit.stderr], [0, ""]);
        const report = JSON.parse(audit.stdout);
        assert.equal(report.project, "git.example.com/team/notes");
        assert.equal(report.commit, (await git("rev-parse", "HEAD")).trim());
        assert.deepEqual(report.active, [{
          id: "SUP-1",
          file: ".mcp-sentinel-ignore.yaml",
          line,
          rules: ["command-injection"],
          reason: "admins only, see the gateway",
          author: "ann",
          expires: "2026-03-02T00:00:00.000Z",
          findings: 1,
          firstApplied: "2026-01-13T09:00:00.000Z",
          ageDays: 1,
        }]);
        assert.equal((await run("2026-01-14", "audit", "verify")).code, 0);

        // It counts on its last day, and the day after the new finding fails again.
        assert.equal((await json("2026-03-01", "--baseline")).code, 0);
        const over = await run("2026-03-02", "scan", "--baseline");
        assert.equal(over.code, 1);
        assert.ok(
          over.stdout.includes(`expired: .mcp-sentinel-ignore.yaml:${line}  "SUP-1": Expired`),
        );
        const after = await json("2026-03-02", "--baseline");
        assert.deepEqual(after, {
          code: 1,
          findings: [["archive", "changed", "known"], ["remove", "new", "open"]],
        });
        const ended = JSON.parse(
          (await run("2026-03-02", "audit", "-o", "json", "--since", "2026-01-01")).stdout,
        );
        assert.deepEqual([ended.active, ended.expired.length, ended.findings], [[], 1, 0]);
        assert.deepEqual(
          ended.changes.map(({ change, at, id }: Record<string, string>) => [
            change,
            at!.slice(0, 10),
            id,
          ]),
          [["added", "2026-01-13", "SUP-1"], ["ended", "2026-03-01", "SUP-1"]],
        );
      }),
  );
});

Deno.test("what init has set up carries a team all the way, without an option", async () => {
  await withFolder(
    {},
    (home) =>
      withRepository({ "src/server.py": TOOLS }, async ({ folder: cwd, commit }) => {
        const run = (date: string, ...args: string[]) =>
          runCli(args, { cwd, env: { HOME: home }, date: `${date}T09:00:00Z` });
        const code = async (date: string) => (await run(date, "scan")).code;
        assert.equal((await run("2026-01-10", "init", "--yes", "--save-baseline")).code, 0);
        await commit({});
        assert.equal(await code("2026-01-10"), 0);

        await commit({ "src/server.py": `# Notes\n\n${TOOLS}${MORE}` });
        const failed = await run("2026-01-11", "scan", "-o", "json");
        const { findings } = JSON.parse(failed.stdout);
        const added = findings.filter(({ baseline }: { baseline: string }) => baseline === "new");
        assert.deepEqual([failed.code, findings.length, added.length], [1, 2, 1]);

        const { fingerprint } = added[0];
        const accepted = await run(
          "2026-01-11",
          ...["suppress", "add", fingerprint, "--reason", "admins only", "--expires", "2026-03-01"],
        );
        assert.equal(accepted.code, 0, accepted.stderr);
        const file = await Deno.readTextFile(join(cwd, ".mcp-sentinel-ignore.yaml"));
        assert.match(file, /^# Findings that were looked at/);
        assert.equal(await code("2026-01-12"), 0);
        assert.match((await run("2026-01-12", "audit")).stdout, /SUP-1/);
        assert.equal(await code("2026-03-02"), 1);
      }),
  );
});
