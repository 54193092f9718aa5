import { deepEqual, equal } from "node:assert/strict";
import { contextOf } from "../../src/targets/mod.ts";
import { discoverIn, withTree } from "./_tree.ts";

Deno.test("contextOf() tells tests, fixtures, examples, documentation and vendored code", () => {
  const cases = {
    "src/server.py": "product",
    "tests/a.py": "test",
    "src/a.test.ts": "test",
    "pkg/x_test.go": "test",
    "tests/fixtures/a.py": "fixture",
    "examples/a.ts": "example",
    "docs/a.py": "documentation",
    "node_modules/m/test/a.js": "vendored",
    "contest/a.py": "product",
    "src/latest.ts": "product",
  };
  for (const [path, context] of Object.entries(cases)) equal(contextOf(path), context, path);
});

Deno.test("discover() lets the path below the target decide, since the target was named", async () => {
  await withTree({ "tests/server/a.py": "", "b.py": "" }, async (folder) => {
    const contexts = async (targets: string[]) =>
      (await discoverIn(folder, { targets, root: "." })).files.map(({ path, context }) => [
        path,
        context,
      ]);
    deepEqual(await contexts(["."]), [["b.py", "product"], ["tests/server/a.py", "test"]]);
    deepEqual(await contexts(["tests/server"]), [["tests/server/a.py", "product"]]);
    deepEqual(await contexts([".", "tests/server"]), [
      ["b.py", "product"],
      ["tests/server/a.py", "product"],
    ]);
  });
});

Deno.test("discover() takes what a package starts for the product, wherever it stands", async () => {
  const manifest = JSON.stringify({ main: "./test/server.js" });
  const tree = { "package.json": manifest, "test/server.js": "", "test/other.js": "" };
  await withTree(tree, async (folder) => {
    const { files } = await discoverIn(folder);
    deepEqual(files.map(({ path, context }) => [path, context]), [
      ["package.json", "product"],
      ["test/other.js", "test"],
      ["test/server.js", "product"],
    ]);
  });
});
