import { deepEqual, equal } from "node:assert/strict";
import { discoverIn, manifest, pathsOf, run, scanned, type Tree, withTree } from "./_tree.ts";

/** A source that would otherwise speak for leaving `dist` out. */
const DECOY = { "src/x.ts": "", "dist/extra.js": "" };

Deno.test("discover() follows what runs out of held folders to all that it loads", async () => {
  const tree = {
    ...DECOY,
    "package.json": manifest({ main: "dist/index.js" }),
    "dist/index.js": 'import{a}from"./a.js";export*from "./b";await import(\n  "./c.mjs"\n);',
    "dist/a.js": 'const x = require("../build/d"); new Worker(new URL("./e.min.js?x", u))',
    "dist/b/index.js": "import `../../node_modules/m/i.js`; require('./gone'); require('..')",
    "dist/c.mjs": "",
    "build/d.js": 'fork("./f.js"); __require("./g.cjs"); import "../src/x.js"',
    "build/f.js": "",
    "build/g.cjs": 'import "bare"; "./h.js"',
    "build/h.js": "",
    "dist/e.min.js": "",
    "node_modules/m/i.js": "",
    "node_modules/m/j.js": "",
  };
  const left = ["dist/extra.js", "build/h.js", "node_modules/m/j.js"];
  const expected = Object.keys(tree).filter((path) => !left.includes(path));
  deepEqual(await scanned(tree), expected.filter((path) => path !== "package.json").sort());
});

Deno.test("discover() follows imports out of sources into their build output", async () => {
  deepEqual(await scanned({ ...DECOY, "cli.js": 'require("./dist/a")', "dist/a.js": "" }), [
    "cli.js",
    "dist/a.js",
    "src/x.ts",
  ]);
  deepEqual(await scanned({ "a.js": 'require("./e.min.js")', "e.min.js": "", "f.min.js": "" }), [
    "a.js",
    "e.min.js",
  ]);
  // A test of the build is no way to run it.
  deepEqual(await scanned({ ...DECOY, "test/a.js": 'require("../dist/a")', "dist/a.js": "" }), [
    "src/x.ts",
    "test/a.js",
  ]);
  const python = {
    "main.py":
      "import os, build.one\nfrom build import (\n  two, three as x,\n)\nfrom . import sub\n",
    "pkg/a.py": "  from ..out.y import z\nimport build.four.deep\n",
    "build/one.py": "from .five import f",
    "build/two.py": "",
    "build/three/__init__.py": "",
    "build/four/deep.py": "",
    "build/five.py": "",
    "build/six.py": "import one",
    "out/y.py": "",
  };
  const all = Object.keys(python).filter((path) => path !== "build/six.py");
  deepEqual(await scanned({ "pyproject.toml": "", ...python }), all.sort());
});

Deno.test("discover() follows no import over a link, out of the target or past an exclude", async () => {
  await withTree({
    "outside.js": "",
    "in/a.js": "['./dist/l.js', './dist/o/x.js', '../outside.js', './dist/g.js', './dist/e.js']" +
      ".map(x); require('./dist/l.js'); require('./dist/o/x.js'); require('../outside.js');" +
      "require('./dist/g.js'); require('./dist/e.js'); require('./dist/\0.js')",
    "in/dist/g.js": "",
    "in/dist/e.js": "",
    "in/dist/.gitignore": "g.js",
  }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    await Deno.symlink("../../outside.js", `${folder}/in/dist/l.js`);
    await Deno.symlink("/usr/lib", `${folder}/in/dist/o`);
    const discovery = await discoverIn(folder, { targets: ["in"], exclude: ["e.js"] });
    deepEqual(pathsOf(discovery), ["in/a.js"]);
  });
});

Deno.test("discover() tells of imports beyond its bound", async () => {
  const names = Array.from({ length: 5001 }, (_, i) => `require("./dist/a${i}")`);
  await withTree({ ...DECOY, "a.js": names.join("\n") }, async (folder) => {
    deepEqual((await discoverIn(folder)).diagnostics, [{
      kind: "cut-by-bound",
      file: "a.js",
      message: 'Did not follow all imports of "a.js": too many',
    }]);
  });
});

/** Path to kind of what is found of `tree`, but `package.json`. */
async function kindsIn(tree: Tree): Promise<Record<string, string>> {
  let kinds: Record<string, string> = {};
  await withTree(tree, async (folder) => {
    const { files } = await discoverIn(folder);
    kinds = Object.fromEntries(files.map(({ path, kind }) => [path, kind]));
  });
  delete kinds["package.json"];
  return kinds;
}

Deno.test("discover() takes a file that tells no kind for what its starter runs", async () => {
  const shebang = (program: string) => `#!/usr/bin/env ${program}\n`;
  deepEqual(
    await kindsIn({
      "package.json": manifest({
        bin: { a: "./cli.txt", b: "py.txt", c: "run", d: "data.yaml", e: "s.sh" },
        main: "dist/m.xyz",
        exports: { "./style.css": "./style.css", "./x": "./x.bin", "./n": "./n.node" },
        scripts: { postinstall: "python setup.txt && python notes.md", other: "node other.txt" },
      }),
      "cli.txt": shebang("node"),
      "py.txt": shebang("python3.12"),
      "run": "",
      "data.yaml": "",
      "s.sh": shebang("sh"),
      "dist/m.xyz": 'require("../loaded.txt"); import "../loaded.txt"; import "../imported.txt"',
      "loaded.txt": "",
      "imported.txt": "",
      "style.css": "",
      "x.bin": "",
      "n.node": "",
      "setup.txt": "",
      "other.txt": "",
      "src/x.ts": "",
    }),
    {
      "cli.txt": "javascript",
      "data.yaml": "javascript",
      "dist/m.xyz": "javascript",
      "loaded.txt": "javascript",
      "py.txt": "python",
      "run": "javascript",
      "s.sh": "shell",
      "setup.txt": "python",
      "src/x.ts": "typescript",
      "x.bin": "javascript",
    },
  );
  const started: [string, string[], string | undefined][] = [
    ["node", ["--inspect", "a.txt"], "javascript"],
    ["python3.11", ["-u", "a.txt"], "python"],
    ["C:\\Python\\python.exe", ["a.txt"], "python"],
    ["uv", ["--directory", "./", "run", "a.txt"], "python"],
    ["uv", ["run", "./a.txt"], "python"],
    ["deno", ["run", "a.txt"], "typescript"],
    ["sh", ["-c", "exec node ./a.txt"], "shell"],
    ["node", ["server.js", "a.txt"], undefined],
    ["docker", ["run", "a.txt"], undefined],
  ];
  for (const [command, args, kind] of started) {
    const config = JSON.stringify({ mcpServers: { a: { command, args } } });
    const kinds = await kindsIn({ "mcp.json": config, "a.txt": "", "server.js": "" });
    equal(kinds["a.txt"], kind, config);
  }
});

Deno.test("discover() bounds what one manifest and all together name, and tells of it", async () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`);
  const source = { "src/a.ts": "", "dist/a.js": "" };
  await withTree(
    { "package.json": manifest({ bin: [...many(499), "dist/a.js"] }), ...source },
    async (folder) => {
      const { files, diagnostics } = await discoverIn(folder);
      deepEqual([files.length, diagnostics], [3, []]);
    },
  );
  await withTree({ "package.json": manifest({ bin: many(501) }), ...source }, async (folder) => {
    deepEqual((await discoverIn(folder)).diagnostics, [{
      kind: "cut-by-bound",
      file: "package.json",
      message: 'Did not look for all files that "package.json" names to run: too many',
    }]);
  });
  const packages = many(21).map((name) => [`${name}/package.json`, manifest({ bin: many(500) })]);
  await withTree({ ...Object.fromEntries(packages), ...source }, async (folder) => {
    const { diagnostics } = await discoverIn(folder);
    // Twenty times 500 fill the bound; packages come last name first.
    deepEqual(diagnostics.map(({ file }) => file), ["x0/package.json"]);
  });
});

Deno.test("discover() is not slowed down by a configuration of words", async () => {
  const words = Array.from({ length: 150_000 }, (_, i) => i.toString(36)).join(" ");
  const args = [words, ...Array.from({ length: 900 }, () => `dist${"/a".repeat(120)}`)];
  const tree = { "mcp.json": JSON.stringify({ a: { command: "x", args } }), "dist/a.js": "" };
  await withTree({ ...tree, "src/a.ts": "" }, async (folder) => {
    const start = performance.now();
    equal((await discoverIn(folder)).diagnostics[0]?.kind, "cut-by-bound");
    // A bound against blunders, far above what it takes.
    equal(performance.now() - start < 2000, true);
  });
});
