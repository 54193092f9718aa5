import { deepEqual, equal } from "node:assert/strict";
import { contextOf } from "../../src/targets/mod.ts";
import { discoverIn, type Tree, withTree } from "./_tree.ts";

/** The contexts of what is found below `target`, by path from the root of `tree`. */
async function contextsIn(tree: Tree, ...targets: string[]): Promise<Record<string, string>> {
  let contexts: Record<string, string> = {};
  await withTree(tree, async (folder) => {
    const { files } = await discoverIn(folder, { targets, root: "." });
    contexts = Object.fromEntries(files.map(({ path, context }) => [path, context]));
  });
  return contexts;
}

Deno.test("contextOf() goes by folders, then by the name", () => {
  const expected = {
    "src/a.ts": "product",
    "test/a.ts": "test",
    "pkg/__tests__/a.js": "test",
    "src/a.test.ts": "test",
    "test_a.py": "test",
    "a_test.go": "test",
    "test/fixtures/a.py": "fixture",
    "vendor/test/a.go": "vendored",
    "examples/a.py": "example",
    "docs/a.py": "documentation",
    // The name of a file is no folder, nor is part of a folder's name.
    "test.ts": "product",
    "docs.py": "product",
    "latest/a.ts": "product",
    "contests/a.py": "product",
    "scripts/test.js": "test",
    "pkg/scripts/test-errors.mjs": "test",
    "scripts/testing.js": "product",
    "scripts/server.js": "product",
    "src/tools/test.js": "product",
  };
  for (const [below, context] of Object.entries(expected)) equal(contextOf(below), context, below);
});

Deno.test("discover() tells contexts by the path below the target", async () => {
  const tree = { "test/a.py": "", "test/docs/b.py": "" };
  deepEqual(await contextsIn(tree, "."), { "test/a.py": "test", "test/docs/b.py": "test" });
  deepEqual(await contextsIn(tree, "test"), {
    "test/a.py": "product",
    "test/docs/b.py": "documentation",
  });
  deepEqual(await contextsIn(tree, "test/a.py"), { "test/a.py": "product" });
});

Deno.test("discover() lets the target that makes most of a file tell its context", async () => {
  const tree = { "testdata/servers/x/a.py": "", "testdata/b.py": "" };
  const both = { "testdata/servers/x/a.py": "product", "testdata/b.py": "fixture" };
  deepEqual(await contextsIn(tree, "testdata/servers/x", "."), both);
  deepEqual(await contextsIn(tree, ".", "testdata/servers/x"), both);
});

Deno.test("discover() takes what a package starts for the product, wherever it lies", async () => {
  const tree = { "package.json": '{"main":"test/index"}', "test/index.js": "", "test/b.js": "" };
  deepEqual(await contextsIn(tree, "."), {
    "package.json": "product",
    "test/b.js": "test",
    "test/index.js": "product",
  });
});
