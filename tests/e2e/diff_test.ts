// `scan --diff` and `--staged` as a user meets them: what is reported, what is read, what is told,
// and under which permissions.

import { deepStrictEqual as equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { MAIN, ROOT, runCli, spawnCli } from "../support/run_cli.ts";
import { withRepository } from "../support/repository.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

const RUN_LS = 'import os\n\ndef ls(x):\n    os.system("ls " + x)\n';
const RUN_RM = '\ndef rm(y):\n    os.system("rm " + y)\n';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly ruleId: string;
  readonly path: readonly { readonly file: string }[];
}

async function scanJson(cwd: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await runCli(["scan", "-o", "json", ...args], { cwd });
  ok(stdout !== "", stderr);
  const report = JSON.parse(stdout);
  const places = report.findings.map(({ file, line }: Found) => `${file}:${line}`);
  return { code, report, places };
}

Deno.test("scan --diff reports changed lines, --diff-scope file whole files", async () => {
  await withRepository({ "a.py": RUN_LS, "b.py": RUN_LS }, async ({ folder }) => {
    await plant(folder, { "a.py": RUN_LS + RUN_RM, "new.py": RUN_LS });
    const all = await scanJson(folder);
    equal(all.places, ["a.py:4", "a.py:7", "b.py:4", "new.py:4"]);
    equal(all.report.coverage.changed, null);
    const { code, places, report } = await scanJson(folder, "--diff");
    equal([code, places], [1, ["a.py:7", "new.py:4"]]);
    const { changed, skipped, found, analysed } = report.coverage;
    match(changed.since, /^main \([0-9a-f]{10}\)$/);
    equal({ ...changed, since: "" }, { since: "", scope: "line", files: 2, of: 3 });
    equal([analysed, skipped.unchanged, found - skipped.excluded], [2, 1, 3]);
    const whole = await scanJson(folder, "--diff=HEAD", "--diff-scope", "file");
    equal(whole.places, ["a.py:4", "a.py:7", "new.py:4"]);
    const { stdout } = await runCli(["scan", "--diff", "HEAD"], { cwd: folder });
    match(stdout, /^Changes: 2 changed files of 3, since HEAD \(/m);
    equal((await runCli(["scan", "-o", "sarif", "--diff"], { cwd: folder })).code, 1);
  });
});

Deno.test("scan --diff gives a finding the fingerprint that a whole scan gives it", async () => {
  const print = ({ fingerprint }: { fingerprint: string }) => fingerprint;
  await withRepository({ "a.py": RUN_LS }, async ({ folder }) => {
    await plant(folder, { "a.py": RUN_LS + RUN_LS.replace("import os\n", "") });
    const [all, changed] = [await scanJson(folder), await scanJson(folder, "--diff")];
    equal(changed.report.findings.map(print), all.report.findings.slice(1).map(print));
  });
});

Deno.test("scan --diff exits 0 where nothing changed, and says so", async () => {
  await withRepository({ "a.py": RUN_LS }, async ({ folder }) => {
    const { code, stdout } = await runCli(["scan", "--diff"], { cwd: folder });
    equal(code, 0);
    match(stdout, /^No changed files$/m);
    match(stdout, /^Changes: 0 changed files of 1, /m);
  });
});

const SERVER = `from mcp.server.fastmcp import FastMCP
from middle import forward

mcp = FastMCP("x")

@mcp.tool()
def look(name: str) -> str:
    return PLACE
`;
const MIDDLE = "from sink import run\n\ndef forward(value):\n    return run(value)\n";
const SINK = "import os\n\ndef run(value):\n    os.system('ls ' + value)\n";

Deno.test("scan --diff finds a flow through files that did not change", async () => {
  const tree: Tree = {
    "server.py": SERVER.replace("PLACE", '"nothing"'),
    "middle.py": MIDDLE,
    "sink.py": SINK,
    "apart.py": RUN_LS,
  };
  await withRepository(tree, async ({ folder, commit }) => {
    await plant(folder, { "server.py": SERVER.replace("PLACE", "forward(name)") });
    const { places, report } = await scanJson(folder, "--diff");
    equal(places, ["sink.py:4"]);
    const [flow] = report.findings as Found[];
    equal([...new Set(flow!.path.map(({ file }) => file))], ["server.py", "middle.py", "sink.py"]);
    equal([report.coverage.analysed, report.coverage.skipped.unchanged], [3, 1]);
    await commit({});
    await plant(folder, { "middle.py": MIDDLE.replace("run(value)", "run( value)") });
    equal((await scanJson(folder, "--diff", "HEAD")).places, ["sink.py:4"]);
    await plant(folder, { "middle.py": `${MIDDLE}\n# a note\n` });
    equal((await scanJson(folder, "--diff", "HEAD")).places, []);
  });
});

Deno.test("scan --diff counts a line that a carriage return alone ends", async () => {
  await withRepository({ "a.py": `# a\r# b\r${RUN_LS}` }, async ({ folder }) => {
    await plant(folder, { "a.py": `# a\r# b\r${RUN_LS}${RUN_RM}` });
    equal((await scanJson(folder, "--diff")).places, ["a.py:6", "a.py:9"]);
  });
});

Deno.test("scan --diff gives the same with what earlier scans have kept", async () => {
  const odd = `# a\r# b\r${RUN_LS}`;
  await withRepository({ "a.py": RUN_LS, "b.py": odd, "c.py": RUN_LS }, async ({ folder }) => {
    await plant(folder, { "a.py": RUN_LS + RUN_RM, "b.py": odd + RUN_RM });
    await withFolder({}, async (home) => {
      const dir = ["--cache-dir", join(home, "cache")];
      equal((await scanJson(folder, ...dir)).places.length, 5);
      const without = await scanJson(folder, "--no-cache", "--diff");
      equal(without.places, ["a.py:7", "b.py:6", "b.py:9"]);
      equal((await scanJson(folder, ...dir, "--diff")).report, without.report);
      equal((await scanJson(folder, ...dir)).places.length, 5);
    });
  });
});

Deno.test("scan --staged reads what is staged, not what the file holds now", async () => {
  await withRepository({ "a.py": "import os\n", "b.py": "" }, async ({ folder, git }) => {
    await plant(folder, { "a.py": RUN_LS });
    await git("add", "a.py");
    await plant(folder, { "a.py": "import os\n", "b.py": RUN_LS });
    const { places, report } = await scanJson(folder, "--staged");
    equal(places, ["a.py:4"]);
    match(report.coverage.changed.since, /^HEAD \([0-9a-f]{10}\), as staged$/);
  });
});

Deno.test("scan --staged in a hook sees what the commit will hold", async () => {
  await withRepository({ "a.py": "import os\n" }, async ({ folder, git }) => {
    const hook = join(folder, ".git/hooks/pre-commit");
    await plant(folder, { ".git/hooks/": "", "a.py": RUN_LS });
    await Deno.writeTextFile(hook, '#!/bin/sh\ncp "$GIT_INDEX_FILE" .git/seen\nexit 1\n', {
      mode: 0o755,
    });
    await git("commit", "-q", "--all", "-m", "x").catch(() => "");
    const scanned = (env: Readonly<Record<string, string>>) =>
      runCli(["scan", "--staged"], { cwd: folder, env });
    match((await scanned({})).stdout, /^No changed files$/m);
    match((await scanned({ GIT_INDEX_FILE: ".git/seen" })).stdout, /at a\.py:4:5/);
  });
});

Deno.test("scan --diff tells of a submodule that was not compared", async () => {
  await withRepository({ "a.py": RUN_LS }, async (inner) => {
    await withRepository({ "b.py": "" }, async ({ folder, git, commit }) => {
      const local = ["-c", "protocol.file.allow=always"];
      await git(...local, "submodule", "add", "-q", inner.folder, "sub");
      await commit({});
      const { report, places } = await scanJson(folder, "--diff");
      const { diagnostics, complete } = report;
      equal([complete, diagnostics.length, places], [false, 1, []]);
      equal([diagnostics[0].kind, diagnostics[0].file], ["not-compared", "sub"]);
    });
  });
});

Deno.test("scan --diff says what stands in its way", async () => {
  const told = async (cwd: string, ...args: string[]) => {
    const { code, stdout, stderr } = await runCli(["scan", ...args], { cwd });
    equal(stdout, "");
    match(stderr, /\n {2}hint: |--help/);
    return `${code} ${stderr.split("\n", 1)[0]}`;
  };
  await withRepository({ "a.py": "" }, async ({ folder }) => {
    match(await told(folder, "--diff", "nope"), /^2 error: Could not find a commit named "nope"$/);
    match(await told(folder, "--diff", "--staged"), /^3 error: option '--staged' cannot be used/);
    match(await told(folder, "--diff", "--diff-scope", "x"), /^3 error: .*line, file/);
  });
  await withFolder({ "a.py": "" }, async (folder) => {
    match(await told(folder, "--diff"), /^2 error: Expected a git repository that may be opened/);
    match(await told(folder, "--staged"), /^2 error: Expected a git repository/);
    const { code, stderr } = await runCli(["scan", "--diff-scope", "file"], { cwd: folder });
    equal([code, stderr], [3, "error: Expected --diff or --staged with --diff-scope\n"]);
  });
});

const SET = [`--config=${join(ROOT, "deno.json")}`, "-P=scan-diff"];
const DENIED = ["--deny-net", "--deny-ffi", "--deny-sys", "--deny-write", "--deny-import"];

Deno.test("scan --diff needs to read its target and to run git, and nothing more", async () => {
  await withRepository({ "a.py": RUN_LS }, async ({ folder }) => {
    await plant(folder, { "a.py": RUN_LS + RUN_RM });
    const args = ["scan", folder, "-o", "json", "--diff"];
    const PATH = Deno.env.get("PATH") ?? "";
    const [all, least] = await Promise.all([
      spawnCli(args, { env: { PATH } }),
      spawnCli(args, {
        denoArgs: [...SET, ...DENIED, `--allow-read=${folder}`],
        cwd: folder,
        env: { PATH },
      }),
    ]);
    equal([least.code, least.stdout], [1, all.stdout], least.stderr);
    equal(JSON.parse(all.stdout).findings.length, 1);
  });
});

Deno.test("scan --diff names the grant where git may not be run, and says where it is missing", async () => {
  await withRepository({ "a.py": RUN_LS }, async ({ folder }) => {
    const args = ["scan", folder, "--diff"];
    const PATH = Deno.env.get("PATH") ?? "";
    const closed = await spawnCli(args, {
      denoArgs: [`--allow-read=${folder}`],
      env: { PATH },
      entry: MAIN,
    });
    equal([closed.code, closed.stdout], [2, ""]);
    match(closed.stderr, /^error: Could not run git: not allowed by Deno's permissions$/m);
    ok(closed.stderr.includes("--allow-run=git"));
    const missing = await spawnCli(args, { env: { PATH: folder } });
    equal([missing.code, missing.stdout], [2, ""]);
    match(missing.stderr, /^error: Could not run git: no such program$/m);
  });
});

Deno.test("the permission set scan-diff is the set scan, git, and its index", async () => {
  const { permissions } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  equal(permissions["scan-diff"], {
    env: [...permissions.scan.env, "GIT_INDEX_FILE"],
    run: ["git"],
  });
});
