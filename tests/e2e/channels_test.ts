// The ways in which the program reaches a user, besides the executable (`deno task compile
// --check`) and the plain checkout (permissions_test.ts): each finds its grammars.

import assert from "node:assert/strict";
import { join } from "node:path";
import { cacheFolder, ROOT, spawnCli } from "../support/run_cli.ts";
import { withFolder } from "../support/temp_folder.ts";

/** One file per grammar, each with a finding. */
const SERVER = {
  "a.py": "import os\n\ndef f(x):\n    os.system('ls ' + x)\n",
  "a.ts": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "a.tsx": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "a.js": 'import { exec } from "child_process";\nexec("ls " + x);\n',
  "a.go":
    'package main\nimport "os/exec"\nfunc f(x string) { exec.Command("sh", "-c", "ls " + x) }\n',
};

/** What `deno publish` would upload. */
const PUBLISHED = /^(?:main\.ts|deno\.json|src\/.+)$/;

Deno.test("scan finds the same when its modules come over HTTP, without its configuration", async () => {
  await withFolder({ "in/": "", "deno/": "", "elsewhere/": "" }, async (folder) => {
    const target = join(folder, "in");
    for (const [name, text] of Object.entries(SERVER)) {
      await Deno.writeTextFile(join(target, name), text);
    }
    const { imports } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
    const map = join(folder, "import_map.json");
    await Deno.writeTextFile(map, JSON.stringify({ imports }));
    // A cache of its own for the modules, which come from a new port each time.
    const DENO_DIR = join(folder, "deno");
    await Deno.symlink(join(await cacheFolder(), "npm"), join(DENO_DIR, "npm"), {
      type: "junction",
    });
    const served: string[] = [];
    await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, serve);
    const host = `127.0.0.1:${server.addr.port}`;

    async function serve(request: Request): Promise<Response> {
      const path = new URL(request.url).pathname.slice(1);
      if (!PUBLISHED.test(path)) return new Response("", { status: 404 });
      served.push(path);
      const type = path.endsWith(".json") ? "application/json" : "application/typescript";
      return new Response(await Deno.readTextFile(join(ROOT, path)), {
        headers: { "content-type": type },
      });
    }

    const lock = join(folder, "deno.lock");
    await Deno.copyFile(join(ROOT, "deno.lock"), lock);
    const args = ["scan", target, "-o", "json"];
    const remote = await spawnCli(args, {
      entry: `http://${host}/main.ts`,
      denoArgs: [
        "--quiet",
        "--no-config",
        // A copy of the lock, so that every package is found in the cache and none is looked up.
        `--lock=${lock}`,
        `--import-map=${map}`,
        `--allow-import=${host}`,
        `--allow-read=${target}`,
        ...["net", "run", "ffi", "sys", "write"].map((name) => `--deny-${name}`),
      ],
      cwd: join(folder, "elsewhere"),
      env: { DENO_DIR },
    });
    const local = await spawnCli(args);
    assert.equal(JSON.parse(local.stdout).findings.length, Object.keys(SERVER).length);
    assert.deepEqual(remote, local);
    for (const language of ["core", "go", "javascript", "python", "tsx", "typescript"]) {
      assert.ok(served.includes(`src/syntax/grammars/${language}.ts`), `${language} was served`);
    }
  });
});

const TEXTS = [
  { language: "python", text: "x = 1\n" },
  { language: "typescript", text: "let x: number = 1;" },
];
const TREES = [
  { language: "python", nodes: 5, errors: 0 },
  { language: "typescript", nodes: 8, errors: 0 },
];
const HOST = join(ROOT, "tests/support/parse_in_worker.ts");

Deno.test("a worker of a checkout parses where its sources may be read", async () => {
  const sources = ["src", "tests/support"].map((folder) => join(ROOT, folder));
  const [granted, refused] = await Promise.all([
    spawnCli([JSON.stringify(TEXTS)], {
      entry: HOST,
      denoArgs: [`--allow-read=${sources.join(",")}`, "--deny-write", "--deny-env", "--deny-net"],
    }),
    spawnCli([JSON.stringify(TEXTS)], { entry: HOST, denoArgs: [] }),
  ]);
  assert.deepEqual([granted.code, granted.stderr], [0, ""]);
  assert.deepEqual(JSON.parse(granted.stdout), TREES);
  assert.notEqual(refused.code, 0, "the grant is needed");
});

Deno.test("a worker without any permission parses, once its host may read its sources", async () => {
  const { code, stdout, stderr } = await spawnCli([JSON.stringify(TEXTS), '"none"'], {
    entry: HOST,
    denoArgs: ["--unstable-worker-options", `--allow-read=${ROOT}`],
  });
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(JSON.parse(stdout), TREES);
});
