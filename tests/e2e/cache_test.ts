// A report is the same with and without the cache, whatever has changed between two scans and
// whatever has become of the store.

import assert from "node:assert/strict";
import { join } from "node:path";
import { cliCommand, type CliResult, runCli, spawnCli } from "../support/run_cli.ts";
import { plant, withFolder } from "../support/temp_folder.ts";

const CALLEE = "import os\n\ndef run(line):\n    os.system(line)\n";
const SAFE_CALLEE = "def run(line):\n    print(line)\n";
const CALLER = `from mcp.server.fastmcp import FastMCP
from lib import run

mcp = FastMCP("x")

@mcp.tool()
def tool(line: str) -> None:
    """Runs a line"""
    run(line)
`;
const TREE = {
  "in/server.py": CALLER,
  "in/lib.py": CALLEE,
  "in/web.ts": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "in/.mcp.json": '{"mcpServers":{"a":{"url":"http://crm.example.com/mcp"}}}',
};
const OPTIONS = ["-o", "json", "--persona", "auditor", "--fail-on", "none"];

/** With what the cache was asked for, as `-v` tells it. */
async function scanWith(folder: string, more: readonly string[] = []): Promise<CliResult> {
  return await runCli(["scan", join(folder, "in"), ...OPTIONS, ...more]);
}

async function isEqual(folder: string, more: readonly string[] = []): Promise<string> {
  const cached = await scanWith(folder, ["-v", "--cache-dir", join(folder, "cache"), ...more]);
  const plain = await scanWith(folder, more);
  assert.equal(cached.stdout, plain.stdout);
  assert.equal(cached.code, plain.code);
  return /Cache: (\d+ of \d+) groups/.exec(cached.stderr)?.[1] ?? cached.stderr;
}

Deno.test("a warm scan gives the same report and analyses nothing", async () => {
  await withFolder(TREE, async (folder) => {
    assert.equal(await isEqual(folder), "0 of 3");
    assert.equal(await isEqual(folder), "3 of 3");
    assert.equal(await isEqual(folder, ["--no-cache"]).then((told) => /Cache/.test(told)), false);
  });
});

Deno.test("a change of the callee alone is seen in the caller", async () => {
  await withFolder(TREE, async (folder) => {
    await isEqual(folder);
    await plant(folder, { "in/lib.py": SAFE_CALLEE });
    assert.equal(await isEqual(folder), "2 of 3");
    await plant(folder, { "in/lib.py": CALLEE });
    assert.equal(await isEqual(folder), "3 of 3", "the old state is still known");
  });
});

Deno.test("cached and plain reports are equal over random edits, renames and options", async () => {
  await withFolder(TREE, async (folder) => {
    let state = 11;
    const below = (bound: number): number => (state = (state * 48271) % 2147483647) % bound;
    const rules = join(folder, "rule.yaml");
    const { stdout: rule } = await runCli(["rules", "new", "own-rule"]);
    await Deno.writeTextFile(rules, rule);
    for (let round = 0; round < 40; round++) {
      const names = [...Deno.readDirSync(join(folder, "in"))].map(({ name }) => name).sort();
      const path = join(folder, "in", names[below(names.length)]!);
      switch (below(6)) {
        case 0:
          await Deno.writeTextFile(path, "\n# more\n", { append: true });
          break;
        case 1:
          await Deno.rename(path, join(folder, "in", `r${below(4)}${/\.\w+$/.exec(path)![0]}`));
          break;
        case 2:
          await plant(folder, { "in/lib.py": below(2) === 0 ? CALLEE : SAFE_CALLEE });
          break;
        case 3:
          await plant(folder, TREE);
          break;
        case 4:
          await Deno.copyFile(path, join(folder, "in", `c${below(4)}.py`));
          break;
        default:
          await plant(folder, {
            "in/tsconfig.json": `{"compilerOptions":{"paths":{"a${below(3)}":["./web"]}}}`,
          });
      }
      const options = [[], ["--rules", rules], ["--max-file-size", "90"], ["--exclude", "*.ts"]];
      await isEqual(folder, options[below(options.length)]);
    }
  });
});

Deno.test("an edited rule of one's own is a new rule", async () => {
  await withFolder(TREE, async (folder) => {
    const rules = join(folder, "rule.yaml");
    const { stdout: rule } = await runCli(["rules", "new", "own-rule"]);
    await Deno.writeTextFile(rules, rule);
    const more = ["--rules", rules];
    assert.equal(await isEqual(folder, more), "0 of 3");
    assert.equal(await isEqual(folder, more), "3 of 3");
    await Deno.writeTextFile(rules, `${rule}\n# more\n`);
    assert.equal(await isEqual(folder, more), "0 of 3");
  });
});

Deno.test("a store that cannot be used is told of once, and changes no report", async () => {
  await withFolder({ ...TREE, "cache/cache.kv": "no database ".repeat(999) }, async (folder) => {
    const args = ["--cache-dir", join(folder, "cache")];
    const [plain, cached] = [await scanWith(folder), await scanWith(folder, args)];
    assert.equal(cached.stdout, plain.stdout);
    assert.match(cached.stderr, /^note: The cache is not used: .*\n$/);
    assert.equal((await scanWith(folder, [...args, "-q"])).stderr, "");
    assert.equal((await runCli(["cache", "stats", ...args])).code, 2);
    assert.equal((await runCli(["cache", "clear", ...args])).code, 0);
    assert.match((await runCli(["cache", "stats", ...args])).stdout, /^Entries {2}0 \(/m);
    assert.equal(await isEqual(folder), "0 of 3");
    assert.equal(await isEqual(folder), "3 of 3");
  });
});

Deno.test("a folder that cannot be made, or may not be written, costs only the cache", async () => {
  await withFolder({ ...TREE, "file": "" }, async (folder) => {
    const plain = await scanWith(folder);
    const inFile = await scanWith(folder, ["--cache-dir", join(folder, "file", "cache")]);
    assert.equal(inFile.stdout, plain.stdout);
    assert.match(inFile.stderr, /^note: The cache is not used: /);
    const cache = join(folder, "cache");
    const args = ["scan", join(folder, "in"), ...OPTIONS, "--cache-dir", cache];
    const refused = await spawnCli(args, { denoArgs: ["--allow-read", "--deny-env"] });
    assert.deepEqual([refused.code, refused.stdout], [0, plain.stdout]);
    assert.equal(
      refused.stderr,
      `note: The cache is not used: No permission for ${cache} ` +
        `(grant it with --allow-read=${cache} --allow-write=${cache})\n`,
    );
  });
});

Deno.test("scans that are killed at any moment leave a store that opens", async () => {
  await withFolder(TREE, async (folder) => {
    const cache = join(folder, "cache");
    const args = ["scan", join(folder, "in"), ...OPTIONS, "--cache-dir", cache];
    for (let round = 0; round < 6; round++) {
      const child = (await cliCommand(args)).spawn();
      await new Promise((resolve) => setTimeout(resolve, 150 + 130 * round));
      try {
        child.kill("SIGKILL");
      } catch {
        // It was done already.
      }
      await child.output();
    }
    await isEqual(folder);
    assert.equal(await isEqual(folder), "3 of 3");
    assert.match(
      (await runCli(["cache", "verify", "--cache-dir", cache])).stdout,
      / 0 were damaged/,
    );
  });
});

Deno.test("scans at once give what each gives alone", async () => {
  await withFolder(TREE, async (folder) => {
    const plain = await scanWith(folder);
    const args = ["scan", join(folder, "in"), ...OPTIONS, "--cache-dir", join(folder, "cache")];
    const all = await Promise.all(Array.from({ length: 8 }, () => spawnCli(args)));
    for (const { code, stdout, stderr } of all) {
      assert.deepEqual([code, stdout, stderr], [0, plain.stdout, ""]);
    }
    assert.equal(await isEqual(folder), "3 of 3");
  });
});

/** Holds the lock of a store until it is killed, and tells when it has it. */
const HOLDER = `import { DatabaseSync } from "node:sqlite";
new DatabaseSync(Deno.args[0]).exec("BEGIN EXCLUSIVE");
console.log("locked");
setInterval(() => {}, 1000);
`;

Deno.test("a store that another process has locked is waited for a while, and then done without", async () => {
  await withFolder({ ...TREE, "holder.ts": HOLDER }, async (folder) => {
    const plain = await scanWith(folder);
    const cache = join(folder, "cache");
    await runCli(["cache", "stats", "--cache-dir", cache]);
    const holder = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", join(folder, "holder.ts"), join(cache, "cache.kv")],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const told = holder.stdout.getReader();
    await told.read();
    const args = ["scan", join(folder, "in"), ...OPTIONS, "--cache-dir", cache];
    const { code, stdout, stderr } = await spawnCli(args);
    holder.kill("SIGKILL");
    await told.cancel();
    await holder.status;
    assert.deepEqual([code, stdout], [0, plain.stdout]);
    assert.match(stderr, /^note: The cache is not used: .*\n$/);
    assert.equal(await isEqual(folder), "0 of 3");
    assert.equal(await isEqual(folder), "3 of 3");
  });
});

Deno.test("a scan without Deno's key-value store works the same, and says how to have it", async () => {
  await withFolder(TREE, async (folder) => {
    const { openKv } = Deno;
    try {
      Reflect.deleteProperty(Deno, "openKv");
      assert.equal(typeof Deno.openKv, "undefined");
      const told = await isEqual(folder);
      assert.match(told, /^note: The cache is not used: .*--unstable-kv/m);
      const args = ["--cache-dir", join(folder, "cache")];
      const { code, stderr } = await runCli(["cache", "stats", ...args]);
      assert.equal(code, 2);
      assert.match(stderr, /hint: Add --unstable-kv/);
    } finally {
      Deno.openKv = openKv;
    }
  });
});
