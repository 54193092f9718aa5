// The program under as few permissions as it claims to need, as processes of their own.

import assert from "node:assert/strict";
import { join } from "node:path";
import { type CliResult, MAIN, ROOT, runCli, spawnCli } from "../support/run_cli.ts";
import { withFolder } from "../support/temp_folder.ts";

/** The permission set of deno.json; Deno finds it from any folder only where told. */
const SET = [`--config=${join(ROOT, "deno.json")}`, "-P=scan"];
/** Refused even where a grant would be asked for or slip in. */
const DENIED = ["--deny-net", "--deny-run", "--deny-ffi", "--deny-sys", "--deny-import"];

/** Python, TypeScript, Go, a notebook and a configuration, so that each grammar is loaded. */
const SERVER = {
  "server.py": "import os\n\ndef f(x):\n    os.system('ls ' + x)\n",
  "server.ts": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "view.tsx": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "server.js": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "server.go":
    'package main\nimport "os/exec"\nfunc f(x string) { exec.Command("sh", "-c", "ls " + x) }\n',
  "book.ipynb": JSON.stringify({
    cells: [{ cell_type: "code", source: ["import os\n", "os.system('ls ' + x)\n"] }],
  }),
  ".mcp.json": '{"mcpServers":{"a":{"url":"http://crm.example.com/mcp"}}}',
};

/** Its reader looks for two variables of its own, which the permission set names. */
const WITH_YAML = {
  ...SERVER,
  "docker-compose.yml": "services:\n  notes:\n    image: notes:1.0.0\n    privileged: true\n",
};

function scanUnder(
  grants: readonly string[],
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliResult> {
  return spawnCli(["scan", ...args], { denoArgs: [...SET, ...DENIED, ...grants], ...options });
}

/** What Deno itself says of named permission sets is none of the program's words. */
function ownWords(stderr: string): string {
  return stderr.replace(/^Warning Permissions in the config file is an experimental.*\n/m, "");
}

Deno.test("scan needs no more than to read its target", async () => {
  await withFolder(WITH_YAML, async (folder) => {
    const args = [folder, "-o", "json"];
    const [all, least] = await Promise.all([
      spawnCli(["scan", ...args]),
      scanUnder([`--allow-read=${folder}`, "--deny-write"], args, { cwd: folder }),
    ]);
    assert.equal(JSON.parse(all.stdout).findings.length, Object.keys(WITH_YAML).length);
    assert.deepEqual({ ...least, stderr: ownWords(least.stderr) }, {
      code: 1,
      stdout: all.stdout,
      stderr: "",
    });
  });
});

Deno.test("scan of YAML without its two variables says which they are", async () => {
  await withFolder({ "docker-compose.yml": WITH_YAML["docker-compose.yml"] }, async (folder) => {
    const { code, stdout } = await spawnCli(["scan", folder], {
      denoArgs: [`--allow-read=${folder}`, "--deny-env", "--deny-write"],
    });
    assert.equal(code, 0);
    assert.match(stdout, /--allow-env=LOG_TOKENS,LOG_STREAM/);
  });
});

Deno.test("scan of other files needs no environment at all", async () => {
  await withFolder(SERVER, async (folder) => {
    const args = ["scan", folder, "--color", "auto"];
    const [all, none] = await Promise.all([
      spawnCli(args),
      spawnCli(args, { denoArgs: [`--allow-read=${folder}`, "--deny-env", "--deny-write"] }),
    ]);
    assert.deepEqual(none, all);
    assert.match(none.stdout, /rule: command-injection/);
  });
});

Deno.test("scan takes settings under the same permissions, and says what YAML needs", async () => {
  const tree = {
    ...SERVER,
    ".git/HEAD": "",
    ".mcp-sentinel.yaml": "rules: { disable: [all], enable: [mcp-plain-http] }\n",
  };
  await withFolder(tree, async (folder) => {
    const variable = { MCP_SENTINEL_SCAN_FAIL_ON: "none" };
    const granted = await scanUnder([`--allow-read=${folder}`, "--deny-write"], [], {
      cwd: folder,
      env: variable,
    });
    assert.equal(granted.code, 0, granted.stderr);
    assert.match(granted.stdout, /^total {9}1 /m);
    const denied = await spawnCli(["scan"], {
      denoArgs: [`--allow-read=${folder}`, "--deny-env", "--deny-write"],
      cwd: folder,
    });
    assert.equal(denied.code, 3);
    assert.match(denied.stderr, /hint: Add --allow-env=LOG_TOKENS,LOG_STREAM/);
  });
});

Deno.test("scan asks for nothing but reads of its target, the home folder's name and settings", async () => {
  await withFolder({ "in/server.py": SERVER["server.py"], "home/": "" }, async (folder) => {
    const target = join(folder, "in");
    const audit = join(folder, "audit.jsonl");
    const { code } = await scanUnder(
      [`--allow-read=${target}`, "--deny-write"],
      [target, "-v"],
      { env: { DENO_AUDIT_PERMISSIONS: audit, HOME: join(folder, "home") } },
    );
    assert.equal(code, 1);
    const asked = (await Deno.readTextFile(audit)).trim().split("\n")
      .map((line): { permission: string; value: string } => JSON.parse(line));
    assert.ok(asked.length > 0);
    for (const { permission, value } of asked) {
      if (permission === "env") assert.match(value, /^(?:HOME|MCP_SENTINEL_[A-Z_]+)$/);
      else {
        assert.equal(permission, "read");
        assert.ok(value === target || value.startsWith(`${target}/`), value);
      }
    }
  });
});

Deno.test("the permission set scan names every variable that the program looks at", async () => {
  const seen = new Set<string>();
  const onEnv = (name: string) => seen.add(name.replace(/^MCP_SENTINEL_.*/, "MCP_SENTINEL_*"));
  await withFolder(SERVER, async (folder) => {
    await runCli(["scan", folder], { terminal: true, onEnv });
    await runCli(["scan", folder, "-o", "json", "-v"], { onEnv });
    await runCli(["rules", "list"], { onEnv });
    for (const os of ["linux", "windows"] as const) await runCli(["discover"], { os, onEnv });
    await runCli(["--help"], { terminal: true, onEnv });
  });
  const config = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  assert.deepEqual(config.permissions.scan, { env: config.permissions.scan.env });
  // The YAML library's own do not come by way of the program.
  for (const name of ["LOG_STREAM", "LOG_TOKENS"]) seen.add(name);
  assert.deepEqual([...config.permissions.scan.env].sort(), [...seen].sort());
});

Deno.test("scan gives the same report with and without its state folder", async () => {
  await withFolder({ "home/": "", "in/server.py": SERVER["server.py"] }, async (folder) => {
    const [home, target] = [join(folder, "home"), join(folder, "in")];
    const state = join(home, ".mcp-sentinel");
    const grants = [`--allow-read=${target},${state}`, `--allow-write=${state}`];
    const env = { HOME: home };
    const [granted, without, told] = await Promise.all([
      scanUnder(grants, [target], { env }),
      scanUnder([`--allow-read=${target}`], [target], { env }),
      scanUnder([`--allow-read=${target}`], [target, "-v"], { env }),
    ]);
    assert.deepEqual(without, granted);
    assert.deepEqual(told.stdout, granted.stdout);
    assert.equal(ownWords(without.stderr), "");
    assert.match(told.stderr, /The cache is not used: No permission for .*\.mcp-sentinel\/cache/);
    assert.ok(told.stderr.includes(`--allow-read=${state} --allow-write=${state}`));
  });
});

Deno.test("scan refuses an output file without a grant with exit 2, and names the grant", async () => {
  await withFolder({ "in/server.py": SERVER["server.py"] }, async (folder) => {
    const [target, file] = [join(folder, "in"), join(folder, "report.json")];
    for (const option of ["--output-file", "--log-file"]) {
      const refused = await scanUnder([`--allow-read=${target}`], [target, option, file]);
      assert.deepEqual([refused.code, refused.stdout], [2, ""]);
      assert.ok(refused.stderr.includes(`--allow-write=${file}`), refused.stderr);
    }
  });
});

Deno.test("scan writes its output file under a grant for that file alone", async () => {
  await withFolder({ "in/server.py": SERVER["server.py"] }, async (folder) => {
    const [target, file] = [join(folder, "in"), join(folder, "report.json")];
    const grants = [`--allow-read=${target}`, `--allow-write=${file}`];
    const args = [target, "-o", "json", "--output-file", file];
    for (let run = 0; run < 2; run++) {
      const { code, stdout, stderr } = await scanUnder(grants, args);
      assert.deepEqual([code, stdout], [1, ""], stderr);
      assert.equal(JSON.parse(await Deno.readTextFile(file)).findings.length, 1);
    }
    assert.equal((await Array.fromAsync(Deno.readDir(folder))).length, 2, "nothing else is left");
  });
});

Deno.test("scan refuses a target without a grant with exit 2, and names the grant", async () => {
  await withFolder({ "a/x.py": "", "b/y.py": "" }, async (folder) => {
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    const { code, stdout, stderr } = await scanUnder([`--allow-read=${a}`], [a, b]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^error: Could not read ".*b": not allowed by Deno's permissions$/m);
    assert.ok(stderr.includes(`--allow-read=${b}`), stderr);
    assert.doesNotMatch(stderr, /--allow-read=\S*a(?:,|$)/m);
  });
});

Deno.test("scan takes the target as root where the folder above may not be read", async () => {
  const tree = { "src/.mcp.json": SERVER[".mcp.json"], ".git/HEAD": "" };
  await withFolder(tree, async (folder) => {
    const target = join(folder, "src");
    const fileOf = async (grant: string): Promise<string> => {
      const { stdout } = await scanUnder([`--allow-read=${grant}`], [target, "-o", "json"]);
      return JSON.parse(stdout).findings[0].file;
    };
    assert.equal(await fileOf(target), ".mcp.json");
    assert.equal(await fileOf(folder), "src/.mcp.json");
  });
});

Deno.test("scan tells of a folder that may not be read, and scans the rest", async () => {
  await withFolder({ "a/x.py": "", "b/.mcp.json": SERVER[".mcp.json"] }, async (folder) => {
    const closed = join(folder, "a");
    const { code, stdout } = await scanUnder(
      [`--allow-read=${folder}`, `--deny-read=${closed}`],
      [folder, "-o", "json"],
    );
    const report = JSON.parse(stdout);
    assert.deepEqual([code, report.findings.length, report.complete], [1, 1, false]);
    assert.deepEqual(
      report.diagnostics.map(({ kind, file }: { kind: string; file: string }) => [kind, file]),
      [
        ["unreadable", "a"],
      ],
    );
  });
});

Deno.test("rules, help and completions need no permission", async () => {
  const lines = [["rules", "list"], ["rules", "explain", "provider-token"], ["--help"], [
    "completions",
    "bash",
  ]];
  for (const args of lines) {
    const denied = ["--deny-read", "--deny-write", "--deny-env", ...DENIED];
    const { code, stderr } = await spawnCli(args, { denoArgs: denied, entry: MAIN });
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
  }
});
