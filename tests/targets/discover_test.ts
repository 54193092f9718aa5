import { deepEqual, equal, rejects } from "node:assert/strict";
import { readSource } from "../../src/targets/mod.ts";
import { discoverIn, pathsOf, plant, run, withTree } from "./_tree.ts";

Deno.test("discover() sorts files by code unit and tells their kinds and places", async () => {
  await withTree({ "b.py": "", "a/z.ts": "", "a.go": "", "B.js": "" }, async (folder) => {
    const { files, skipped, diagnostics, root } = await discoverIn(folder);
    deepEqual(files, [
      { path: "B.js", absolute: `${folder}/B.js`, kind: "javascript", context: "product" },
      { path: "a.go", absolute: `${folder}/a.go`, kind: "go", context: "product" },
      { path: "a/z.ts", absolute: `${folder}/a/z.ts`, kind: "typescript", context: "product" },
      { path: "b.py", absolute: `${folder}/b.py`, kind: "python", context: "product" },
    ]);
    deepEqual([skipped, diagnostics, root], [{}, [], folder]);
  });
});

Deno.test("discover() finds files of overlapping targets once and counts skips once", async () => {
  const tree = { "a/b/c.py": "", "a/b/x.png": "", "a/node_modules/m/i.js": "", "d.py": "" };
  await withTree(tree, async (folder) => {
    const targets = [".", "a", "a/b", "a/b/c.py", ".", "d.py"];
    const discovery = await discoverIn(folder, { targets, root: "." });
    deepEqual(pathsOf(discovery), ["a/b/c.py", "d.py"]);
    deepEqual(discovery.skipped, { unsupported: 1, excluded: 1 });
    const named = await discoverIn(folder, { targets: [".", "a/node_modules"], root: "." });
    deepEqual(pathsOf(named), ["a/b/c.py", "a/node_modules/m/i.js", "d.py"]);
    deepEqual(named.skipped, { unsupported: 1 });
  });
});

Deno.test("discover() of nothing finds nothing", async () => {
  await withTree({}, async (folder) => {
    const nothing = { root: folder, files: [], skipped: {}, left: [], diagnostics: [] };
    deepEqual(await discoverIn(folder), nothing);
    deepEqual(await discoverIn(folder, { targets: [] }), nothing);
  });
});

Deno.test("discover() reports its progress", async () => {
  await withTree({ "a/a.py": "", "b/b.py": "" }, async (folder) => {
    const counts: number[] = [];
    await discoverIn(folder, { onFound: (count) => counts.push(count) });
    deepEqual(counts, [0, 1, 2]);
  });
});

Deno.test("discover() skips a symlink loop and counts it", async () => {
  await withTree({ "a/a.py": "", "outside": "" }, async (folder) => {
    await Deno.symlink("..", `${folder}/a/up`);
    await Deno.symlink("a.py", `${folder}/a/b.py`);
    await Deno.symlink("/etc/passwd", `${folder}/a/c.py`);
    await Deno.symlink("self", `${folder}/a/self`);
    const discovery = await discoverIn(folder, { targets: ["a"] });
    deepEqual([pathsOf(discovery), discovery.skipped], [["a.py"], { symlink: 4 }]);
  });
});

Deno.test("discover() skips pipes and sockets, also where one is named", async () => {
  await withTree({ "a.py": "" }, async (folder) => {
    await run("mkfifo", [`${folder}/pipe.py`, `${folder}/bare`]);
    const discovery = await discoverIn(folder);
    deepEqual([pathsOf(discovery), discovery.skipped], [["a.py"], { special: 2 }]);
    for (const targets of [["pipe.py"], ["bare"], ["/dev/null"]]) {
      const named = await discoverIn(folder, { targets });
      deepEqual([pathsOf(named), named.skipped], [[], { special: 1 }]);
    }
  });
});

Deno.test("discover() takes names with newlines and escape codes as names", async () => {
  const names = ["a\nb.py", "\x1b[2J.py", "::error::.py", " .py", "...py", "a\\b.py"];
  await withTree(Object.fromEntries(names.map((name) => [name, "x"])), async (folder) => {
    const discovery = await discoverIn(folder);
    deepEqual(pathsOf(discovery), names.toSorted((a, b) => a < b ? -1 : 1));
    for (const file of discovery.files) {
      equal((await readSource(file, { maxFileSize: 10 })).status, "read");
    }
  });
});

Deno.test("discover() tells of a folder that it cannot read and goes on", async () => {
  await withTree({ "a.py": "" }, async (folder) => {
    await run("sh", ["-c", `mkdir "$(printf 'bad\\377')"`], { cwd: folder });
    const discovery = await discoverIn(folder);
    deepEqual([pathsOf(discovery), discovery.skipped], [["a.py"], { unreadable: 1 }]);
    deepEqual(discovery.diagnostics, [{
      kind: "unreadable",
      file: "bad\ufffd",
      message: 'Could not read "bad\ufffd": no such file or folder',
    }]);
  });
});

Deno.test("discover() goes as deep as the system lets it without a stack", async () => {
  await withTree({ "a.py": "" }, async (folder) => {
    const deep = `${folder}${"/d".repeat(1900)}`;
    await Deno.mkdir(deep, { recursive: true });
    await run("mkdir", ["-p", `${"x".repeat(200)}/${"y".repeat(200)}`], { cwd: deep });
    const discovery = await discoverIn(folder);
    deepEqual([pathsOf(discovery), discovery.skipped], [["a.py"], { unreadable: 1 }]);
    equal(discovery.diagnostics[0]?.message.endsWith(": path too long"), true);
  });
});

Deno.test("discover() asks the first line of files without an extension", async () => {
  await withTree({
    "bin/server": "#!/usr/bin/env node\n",
    "bin/tool": "#!/usr/bin/env -S uv run --script\r\nprint()",
    "LICENSE": "MIT",
    "empty": "",
  }, async (folder) => {
    const { files, skipped } = await discoverIn(folder);
    deepEqual(files.map(({ path, kind }) => [path, kind]), [
      ["bin/server", "javascript"],
      ["bin/tool", "python"],
    ]);
    deepEqual(skipped, { unsupported: 2 });
  });
});

const DROPPED = {
  "node_modules/m/index.js": "",
  "pkg/node_modules/m/index.js": "",
  ".git/config.ini": "",
  "sub/.git": "gitdir: x",
  "a.min.js": "",
  "a.min.mjs": "",
  "a.min.cjs": "",
  "a.js.map": "",
  "env/pyvenv.cfg": "home = /usr/bin\n",
  "env/bin/": "",
  "env/lib/x.py": "",
};

Deno.test("discover() drops what the default excludes name, each counted once", async () => {
  await withTree({ ...DROPPED, "a.js": "", "sub/b.py": "" }, async (folder) => {
    const discovery = await discoverIn(folder);
    deepEqual(pathsOf(discovery), ["a.js", "sub/b.py"]);
    deepEqual(discovery.skipped, { excluded: 9 });
  });
});

Deno.test("discover() takes no folder for a virtual environment by its marker alone", async () => {
  const marker = "home = /usr/bin\n";
  const made = { "pyvenv.cfg": marker, "bin/pip": "", "lib/x.py": "" };
  const trees: [Record<string, string>, boolean][] = [
    [
      { "pyvenv.cfg": "include-system = false\nhome = C:\\P", "Scripts/a.bat": "", "Lib/x.py": "" },
      true,
    ],
    [{ ...made, "include/": "", "share/x.py": "", ".gitignore": "*" }, true],
    [{ ...made, "pyvenv.cfg": "" }, false],
    [{ "pyvenv.cfg": marker, "lib/x.py": "" }, false],
    [{ "pyvenv.cfg": marker, "bin/pip": "", "x.py": "" }, false],
    [{ ...made, "server.py": "" }, false],
    [{ ...made, "app/server.py": "" }, false],
  ];
  for (const [tree, isHeld] of trees) {
    const below = Object.entries(tree).map(([path, text]) => [`src/${path}`, text]);
    await withTree({ ...Object.fromEntries(below), "a.py": "" }, async (folder) => {
      const { files, skipped } = await discoverIn(folder);
      deepEqual(
        [files.length === 1, skipped.excluded === 1],
        [isHeld, isHeld],
        JSON.stringify(tree),
      );
    });
  }
});

Deno.test("discover() names what excludes and .gitignore left out", async () => {
  const tree = { "b/node_modules/": "", "a.min.js": "", "x.py": "", "c/x.log": "", "y.png": "" };
  await withTree({ ...tree, ".gitignore": "*.log\n/gone\n", "gone/z.py": "" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    deepEqual((await discoverIn(folder)).left, [
      { path: ".git", reason: "excluded" },
      { path: "a.min.js", reason: "excluded" },
      { path: "b/node_modules", reason: "excluded" },
      { path: "c/x.log", reason: "ignored" },
      { path: "gone", reason: "ignored" },
    ]);
  });
  const many = Array.from(
    { length: 1001 },
    (_, i) => [`d${String(i).padStart(4, "0")}.min.js`, ""],
  );
  await withTree(Object.fromEntries(many), async (folder) => {
    const { left, skipped } = await discoverIn(folder);
    deepEqual([left.length, left.at(-1)?.path, skipped.excluded], [1000, "d0999.min.js", 1001]);
  });
});

Deno.test("discover() with ignore off drops .git alone", async () => {
  await withTree({ ...DROPPED, "src/a.js": "", "dist/a.js": "" }, async (folder) => {
    const discovery = await discoverIn(folder, { ignore: false });
    deepEqual(pathsOf(discovery), [
      "a.min.cjs",
      "a.min.js",
      "a.min.mjs",
      "dist/a.js",
      "env/lib/x.py",
      "env/pyvenv.cfg",
      "node_modules/m/index.js",
      "pkg/node_modules/m/index.js",
      "src/a.js",
    ]);
    deepEqual(discovery.skipped, { excluded: 2, unsupported: 1 });
    const excluded = await discoverIn(folder, {
      ignore: false,
      exclude: ["dist"],
      include: ["*.js"],
    });
    equal(pathsOf(excluded).includes("dist/a.js"), false);
    equal(excluded.skipped["not-included"], 5);
  });
});

Deno.test("discover() applies default excludes only below a target", async () => {
  await withTree({
    ...DROPPED,
    "dist/dist/a.js": "",
    "dist/a.js": "",
    "src/index.ts": "",
    "package.json": "{}",
  }, async (folder) => {
    const scan = async (target: string) =>
      pathsOf(await discoverIn(folder, { targets: [target], root: "." }));
    deepEqual(await scan("node_modules/m"), ["node_modules/m/index.js"]);
    deepEqual(await scan("node_modules"), ["node_modules/m/index.js"]);
    deepEqual(await scan("a.min.js"), ["a.min.js"]);
    deepEqual(await scan("env"), ["env/lib/x.py", "env/pyvenv.cfg"]);
    deepEqual(await scan("dist"), ["dist/a.js"]);
  });
});

Deno.test("discover() heeds --exclude and --include globs", async () => {
  await withTree({
    "docs/a.py": "",
    "src/docs/b.py": "",
    "src/gen/c.py": "",
    "gen/d.py": "",
    "src/.hid/e.py": "",
    "src/f.gen.ts": "",
  }, async (folder) => {
    const left = async (...exclude: string[]) => pathsOf(await discoverIn(folder, { exclude }));
    const kept = async (...include: string[]) => pathsOf(await discoverIn(folder, { include }));
    const all = await left();
    const but = (...paths: string[]) => all.filter((path) => !paths.includes(path));
    deepEqual(await left("docs"), but("docs/a.py", "src/docs/b.py"));
    deepEqual(await left("docs/"), but("docs/a.py", "src/docs/b.py"));
    deepEqual(await left("/docs"), but("docs/a.py"));
    deepEqual(await left("./docs/**"), but("docs/a.py"));
    deepEqual(await left("src/gen/"), but("src/gen/c.py"));
    deepEqual(await left("*.gen.ts", "e.py"), but("src/f.gen.ts", "src/.hid/e.py"));
    deepEqual(await left("**/{docs,gen}/*.py"), ["src/.hid/e.py", "src/f.gen.ts"]);
    deepEqual(await kept("src/**/*.py"), ["src/.hid/e.py", "src/docs/b.py", "src/gen/c.py"]);
    deepEqual(await kept("gen"), ["gen/d.py", "src/gen/c.py"]);
    const discovery = await discoverIn(folder, { include: ["*.py"], exclude: ["docs", "gen"] });
    deepEqual(discovery.skipped, { excluded: 4, "not-included": 1 });
  });
});

Deno.test("discover() lets --exclude win over a named file, and nothing else", async () => {
  await withTree({ "a.min.js": "", ".gitignore": "*\n" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    const targets = ["a.min.js"];
    deepEqual(pathsOf(await discoverIn(folder, { targets, include: ["*.py"] })), targets);
    const excluded = await discoverIn(folder, { targets: ["a.min.js"], exclude: ["*.js"] });
    deepEqual([pathsOf(excluded), excluded.skipped], [[], { excluded: 1 }]);
  });
});

Deno.test("discover() refuses a glob that is none", async () => {
  await withTree({}, async (folder) => {
    for (const glob of ["", "/", "!a", "[a", "x/{a"]) {
      await rejects(discoverIn(folder, { exclude: [glob] }), { kind: "usage" }, glob);
      await rejects(discoverIn(folder, { include: [glob] }), { kind: "usage" }, glob);
    }
  });
});

Deno.test("discover() walks thousands of files in a moment", async () => {
  await withTree({ ".gitignore": "*.log\n/tmp/\n**/cache/\n" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    for (let i = 0; i < 80; i++) {
      const names = Array.from({ length: 100 }, (_, j) => [`d${i}/f${j}.ts`, ""] as const);
      await plant(folder, Object.fromEntries(names));
    }
    const start = performance.now();
    equal((await discoverIn(folder)).files.length, 8000);
    // A bound against blunders, far above what it takes.
    equal(performance.now() - start < 2000, true);
  });
});
