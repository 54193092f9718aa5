import assert from "node:assert/strict";
import { bindingOf, fullName } from "../../src/syntax/mod.ts";
import { nodeOf, parsed } from "../support/tree.ts";

Deno.test("names in tens of thousands of nested functions are told, and a file's own is found", async () => {
  const depth = 20_000;
  const tree = await parsed(
    "javascript",
    `const { exec } = require("child_process");\n${"exec(a,()=>{x=1;".repeat(depth)}`,
  );
  let found = 0;
  for (const node of tree.nodesOf(new Set(["identifier"]))) {
    if (tree.textOf(node) === "exec" && fullName(tree, node) === "child_process.exec") found++;
  }
  assert.ok(found >= depth);
});

Deno.test("a pattern binds its names, and none that stand in the calls of what it assigns to", async () => {
  const source = "[a, f(function () { [g(b).y] = 1; }).x] = z; a; b";
  const tree = await parsed("javascript", source);
  const end = nodeOf(tree, "identifier", "z");
  assert.equal(bindingOf(tree, end, "a")?.kind, "open");
  assert.equal(bindingOf(tree, end, "b"), undefined);
});

Deno.test("imports of one module under one name stay what they are; of two modules they do not", async () => {
  const tree = await parsed(
    "python",
    "from os import system\nfrom os import system\nimport a as m\nimport b as m\n",
  );
  assert.deepEqual(bindingOf(tree, 0, "system"), { kind: "import", path: "os.system" });
  assert.deepEqual(bindingOf(tree, 0, "m"), { kind: "open" });
});
