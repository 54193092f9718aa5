import { deepEqual } from "node:assert/strict";
import { discoverIn, manifest, pathsOf, run, scanned, withTree } from "./_tree.ts";

Deno.test("discover() drops output folders beside their source", async () => {
  for (const output of ["dist", "build", "out"]) {
    for (const source of ["src/index.ts", "index.js", "lib/a.py", "main.go", "a.ipynb", "a.tsx"]) {
      deepEqual(
        await scanned({ "package.json": manifest(), [source]: "", [`${output}/a.js`]: "" }),
        [source],
      );
    }
  }
});

Deno.test("discover() scans a published package, which ships nothing but its output", async () => {
  deepEqual(
    await scanned({
      "package.json": manifest({ main: "dist/index.js" }),
      "README.md": "",
      "dist/index.js": "",
      "dist/tools.js": "",
      "dist/package.json": manifest(),
      "dist/build/more.js": "",
      "dist/node_modules/m/index.js": "",
      "dist/a.min.js": "",
    }),
    ["dist/build/more.js", "dist/index.js", "dist/tools.js"],
  );
});

Deno.test("discover() takes no test, configuration or declaration for the source", async () => {
  const aside = [
    "test/a.ts",
    "tests/a.py",
    "pkg/__tests__/a.js",
    "spec/a.js",
    "e2e/a.ts",
    "a.test.ts",
    "a.spec.js",
    "test_a.py",
    "a_test.py",
    "a_test.go",
    "conftest.py",
    "vite.config.ts",
    "webpack.config.prod.js",
    ".eslintrc.cjs",
    "gulpfile.js",
    "Gruntfile.js",
    "Jakefile.js",
    "setup.py",
    "index.d.ts",
    "index.d.mts",
    "index.d.cts",
    "a.pyi",
  ];
  for (const path of aside) {
    const tree = { "package.json": manifest(), [path]: "", "dist/a.js": "" };
    deepEqual(await scanned(tree), [path, "dist/a.js"].sort(), path);
  }
});

Deno.test("discover() takes a launcher that the manifest names for no source", async () => {
  const launchers = [
    { bin: "cli.js" },
    { bin: { server: "./cli.js" } },
    { main: "./cli" },
    { exports: { ".": { import: ["./cli.js"] } } },
    { scripts: { postinstall: "node ./cli.js --quiet" } },
  ];
  for (const fields of launchers) {
    const tree = { "package.json": manifest(fields), "cli.js": "", "dist/a.js": "" };
    deepEqual(await scanned(tree), ["cli.js", "dist/a.js"]);
  }
  for (const launcher of ["client/bin/start.js", "scripts/a.mjs"]) {
    const tree = { "package.json": manifest(), [launcher]: "", "server/build/a.js": "" };
    deepEqual(await scanned(tree), [launcher, "server/build/a.js"].sort());
    const ofTypeScript = { ...tree, "bin/b.ts": "" };
    deepEqual(await scanned(ofTypeScript), ["bin/b.ts", launcher].sort());
  }
  const typed = { "package.json": manifest({ main: "cli.ts" }), "cli.ts": "", "dist/a.js": "" };
  deepEqual(await scanned(typed), ["cli.ts"]);
});

Deno.test("discover() asks each package for its own source", async () => {
  deepEqual(
    await scanned({
      "package.json": manifest(),
      "src/a.ts": "",
      "one/package.json": manifest(),
      "one/dist/a.js": "",
      "two/pyproject.toml": "",
      "two/two/a.py": "",
      "two/build/a.py": "",
      "three/go.mod": "",
      "three/out/a.go": "",
      "four/dist/a.js": "",
    }),
    ["one/dist/a.js", "src/a.ts", "three/out/a.go", "two/two/a.py"],
  );
});

Deno.test("discover() looks for source above the target, in the package it belongs to", async () => {
  const tree = { "package.json": manifest(), "src/a.ts": "", "lib/dist/a.js": "" };
  deepEqual(await scanned(tree, ["lib"]), []);
  deepEqual(await scanned({ ...tree, "lib/package.json": manifest() }, ["lib"]), ["lib/dist/a.js"]);
});

Deno.test("discover() looks for source in nothing that is dropped itself", async () => {
  const dropped = {
    "node_modules/m/a.ts": "",
    "env/bin/pip.py": "",
    "env/lib/a.py": "",
    "env/pyvenv.cfg": "home = /usr/bin",
  };
  const tree = { "package.json": manifest(), ...dropped, "dist/a.js": "" };
  deepEqual(await scanned(tree), ["dist/a.js"]);
  await withTree({ ...tree, ".gitignore": "/ignored\n", "ignored/a.ts": "" }, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    deepEqual(pathsOf(await discoverIn(folder)), ["dist/a.js", "package.json"]);
  });
  await withTree({ ...tree, "src/a.ts": "" }, async (folder) => {
    const discovery = await discoverIn(folder, { exclude: ["src"] });
    deepEqual(pathsOf(discovery), ["dist/a.js", "package.json"]);
  });
});

Deno.test("discover() scans what package.json names, in whatever excluded folder", async () => {
  const source = { "src/a.ts": "", "dist/other.js": "" };
  const named: [Record<string, unknown>, string][] = [
    [{ main: "dist/index.js" }, "dist/index.js"],
    [{ main: "./dist" }, "dist/index.js"],
    [{ main: "./dist/" }, "dist/index.js"],
    [{ main: "./dist/index" }, "dist/index.js"],
    [{ module: "dist/index.mjs" }, "dist/index.mjs"],
    [{ bin: { a: "dist/cli.js" } }, "dist/cli.js"],
    [{ exports: { ".": { node: { import: "./dist/x.js" } } } }, "dist/x.js"],
    [{ exports: ["./dist/*.js", "./dist/x.js"] }, "dist/x.js"],
    [{ main: "lib/a.min.js" }, "lib/a.min.js"],
    [{ main: "node_modules/m/dist/i.js" }, "node_modules/m/dist/i.js"],
    [{ scripts: { postinstall: "node dist/setup.js && true" } }, "dist/setup.js"],
  ];
  for (const [fields, path] of named) {
    const tree = { "package.json": manifest(fields), ...source, [path]: "" };
    deepEqual(await scanned(tree), [path, "src/a.ts"].sort(), path);
  }
});

Deno.test("discover() scans what a client configuration starts", async () => {
  const started: Record<string, unknown>[] = [
    { mcpServers: { a: { command: "node", args: ["dist/a.js"] } } },
    { servers: { a: { command: "node", args: ["--x", "./dist/a.js"] } } },
    { mcpServers: { a: { command: "../conf/../dist/a.js" } } },
    { mcp: { servers: { a: { command: "node", args: ["${workspaceFolder}/dist/a.js"] } } } },
    { mcpServers: { a: { command: "sh", args: ["-c", "node dist/a.js"] } } },
  ];
  for (const config of started) {
    const text = `// comment\n${JSON.stringify(config).slice(0, -1)},}`;
    const tree = { "conf/mcp.json": text, "src/a.ts": "", "dist/a.js": "", "dist/b.js": "" };
    deepEqual(await scanned(tree), ["dist/a.js", "src/a.ts"], text);
  }
});

Deno.test("discover() counts an excluded folder once, whatever is scanned out of it", async () => {
  await withTree({
    "package.json": manifest({ main: "dist/a.js", bin: "a.min.js" }),
    "src/a.ts": "",
    "dist/a.js": "",
    "dist/b.js": "",
    "a.min.js": "",
    "b.min.js": "",
  }, async (folder) => {
    const discovery = await discoverIn(folder);
    deepEqual(pathsOf(discovery), ["a.min.js", "dist/a.js", "package.json", "src/a.ts"]);
    deepEqual(discovery.skipped, { excluded: 2 });
  });
});

Deno.test("discover() lets .gitignore and --exclude drop what is named to run", async () => {
  const tree = {
    "package.json": manifest({ main: "dist/a.js", module: "dist/b.js", bin: "dist/c.js" }),
    "src/a.ts": "",
    "dist/.gitignore": "b.js\n",
    "dist/a.js": "",
    "dist/b.js": "",
    "dist/c.js": "",
  };
  await withTree(tree, async (folder) => {
    await run("git", ["init", "-q"], { cwd: folder });
    deepEqual(pathsOf(await discoverIn(folder, { exclude: ["c.js"] })), [
      "dist/a.js",
      "package.json",
      "src/a.ts",
    ]);
    await Deno.writeTextFile(`${folder}/.gitignore`, "dist\n");
    deepEqual(pathsOf(await discoverIn(folder)), ["package.json", "src/a.ts"]);
  });
});

Deno.test("discover() follows no link to what is named to run, and leaves no target", async () => {
  await withTree({
    "outside/secret.js": "",
    "real/index.js": "",
    "in/package.json": manifest({
      main: "dist/link/secret.js",
      module: "../outside/secret.js",
      bin: ["dist/file.js", "dist/folder.js", "/etc/passwd", "dist/pipe.js", "\0", "dist/a.js/x"],
    }),
    "in/src/a.ts": "",
    "in/dist/a.js": "",
    "in/dist/folder.js/": "",
  }, async (folder) => {
    await Deno.symlink("../../outside", `${folder}/in/dist/link`);
    await Deno.symlink("../../outside/secret.js", `${folder}/in/dist/file.js`);
    await run("mkfifo", [`${folder}/in/dist/pipe.js`]);
    const discovery = await discoverIn(folder, { targets: ["in"], root: "." });
    deepEqual(pathsOf(discovery), ["in/package.json", "in/src/a.ts"]);
  });
});

Deno.test("discover() takes a malformed, deep or huge manifest for one that names nothing", async () => {
  const good = '"mcpServers":{"a":{"command":"node","args":["dist/a.js"]}}';
  const texts = [
    "",
    "null",
    "[]",
    `{${good}, "x": ${"[".repeat(200_000)}`,
    `{${good}, "x": ${'{"a":'.repeat(1000)}1${"}".repeat(1000)}}`,
    `{${good}, "x": "${"x".repeat(1024 * 1024)}"}`,
    '{"mcpServers":{"a":null,"b":[],"c":{"command":1,"args":["dist/a.js"]}}}',
    `{"mcpServers":{"a":{"command":"${"a/".repeat(300_000)}"}}}`,
  ];
  for (const text of texts) {
    const tree = { "mcp.json": text, "package.json": text, "src/a.ts": "", "dist/a.js": "" };
    deepEqual(await scanned(tree), ["src/a.ts"], text.slice(0, 80));
  }
  const deep = `{"main":"dist/a.js","x":${"[".repeat(5000)}${"]".repeat(5000)}}`;
  deepEqual(await scanned({ "package.json": deep, "src/a.ts": "", "dist/a.js": "" }), [
    "dist/a.js",
    "src/a.ts",
  ]);
});
