// What the README tells a newcomer to run is what CI runs.

import { match, ok, strictEqual } from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url);
const read = async (path: string): Promise<string> =>
  (await Deno.readTextFile(new URL(path, ROOT))).replaceAll("\r\n", "\n");

Deno.test("the README's test command stands in .ci/run", async () => {
  const block = /^```sh\n([\s\S]*?)^```$/m.exec(await read("README.md"))?.[1];
  ok(block !== undefined, "README.md has no `sh` block");
  const command = block.split("\n")[1]?.trim() ?? "";
  match(command, /\bdeno\b/, "The second line of the first `sh` block runs deno");
  const lines = (await read(".ci/run")).split("\n").map((line) => line.trim());
  ok(lines.includes(command), `.ci/run does not run "${command}"`);
});

Deno.test("CI, the release and .ci/run use one version of Deno", async () => {
  const files = [".ci/run", ".github/workflows/ci.yml", ".github/workflows/release.yml"];
  const texts = await Promise.all(files.map(read));
  const versions = new Set(texts.join("\n").match(/\bdeno@[\w.]+/g));
  strictEqual([...versions].join(" "), "deno@2.9.5");
});
