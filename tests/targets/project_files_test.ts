import { deepEqual } from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { projectReader } from "../../src/targets/mod.ts";
import { withTree } from "./_tree.ts";

Deno.test("projectReader() reads small files of the root, and follows no link out of it", async () => {
  const tree = {
    "project/a/go.mod": "\uFEFFmodule x\n",
    "project/huge/go.mod": "x".repeat(1024 * 1024 + 1),
    "project/folder/go.mod/": "",
    "outside/go.mod": "module y\n",
  };
  await withTree(tree, async (folder) => {
    await symlink("../outside", `${folder}/project/link`);
    await symlink("../outside/go.mod", `${folder}/project/go.mod`);
    const read = projectReader(`${folder}/project`);
    deepEqual(["a", "huge", "folder", "link", "none"].map((each) => read(`${each}/go.mod`)), [
      "module x\n",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    deepEqual(read("go.mod"), undefined);
  });
});
