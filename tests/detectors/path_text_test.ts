import assert from "node:assert/strict";
import { pathText } from "../../src/detectors/code/path_text.ts";
import type { NodeId, SyntaxTree } from "../../src/syntax/mod.ts";
import { parsed } from "../support/tree.ts";

function callsOf(tree: SyntaxTree): NodeId[] {
  return [...tree.nodesOf(new Set(["call"]))];
}

Deno.test("pathText() puts joins, names and the / operator together", async () => {
  const tree = await parsed(
    "python",
    'import os\nfrom pathlib import Path\nS = ".ssh"\nos.path.join(home, S, "id" + "_rsa")\n' +
      'p = Path(home) / S / f"{x}.pub"\n',
  );
  assert.equal(pathText(tree, callsOf(tree)[0]!), "*/.ssh/id_rsa");
  const [division] = [...tree.nodesOf(new Set(["binary_operator"]))]
    .filter((node) => tree.textOf(node).startsWith("Path"));
  assert.equal(pathText(tree, division!), "*/.ssh/*.pub");
});

Deno.test("pathText() of joins that multiply is short, and the same in any order", async () => {
  const joins = Array.from(
    { length: 30 },
    (_, i) => `a${i + 1} = os.path.join(${Array(20).fill(`a${i}`).join(", ")})\n`,
  );
  const shown = async (reversed: boolean): Promise<string[]> => {
    const tree = await parsed("python", `import os\na0 = ".ssh/id_rsa"\n${joins.join("")}`);
    const calls = callsOf(tree);
    const paths = (reversed ? calls.reverse() : calls).map((call) => pathText(tree, call));
    return reversed ? paths.reverse() : paths;
  };
  const paths = await shown(false);
  assert.ok(paths.every((path) => path.length <= 4096));
  assert.ok(paths[0]!.includes(".ssh/id_rsa"));
  assert.deepEqual(await shown(true), paths);
});

Deno.test("pathText() of a text longer than any path leaves it out", async () => {
  const tree = await parsed("python", `import os\nos.path.join("${"a".repeat(5_000)}", "b")`);
  assert.equal(pathText(tree, callsOf(tree)[0]!), "*/b");
});
