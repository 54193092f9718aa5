import assert from "node:assert/strict";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { scan } from "../../src/scan/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";

const HELPER =
  "import { execSync } from 'child_process';\nexport const run = (x) => execSync(x);\n";
const SERVER =
  'import { run } from "../helper.js";\nserver.tool("go", async ({ cmd }) => run(cmd));\n';
const ALONE = 'import { exec } from "child_process";\nexec(`ls ${process.argv[2]}`);\n';
const TEXTS: Readonly<Record<string, string>> = {
  "helper.js": HELPER,
  "m.js": ALONE,
  "z/server.js": SERVER,
};

async function report(texts: Readonly<Record<string, string>>, padding = ""): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    read: () =>
      Promise.resolve({
        status: "read" as const,
        file: { path, kind: kindOf(path)!, context: "product" as const, text: text + padding },
      }),
  }));
  const { findings, coverage } = await scan({
    tool: { name: "test", version: "1" },
    targets: ["."],
    rules: ALL_RULES,
    files,
    skipped: {},
    diagnostics: [],
  });
  assert.equal(coverage.analysed, files.length);
  return findings.map(({ location, evidence, path }) =>
    `${location.file}:${location.line} ${evidence} ${path.map(({ file }) => file).join(" ")}`
  );
}

Deno.test("scan() gives findings in the order of the files, flows across files among them", async () => {
  assert.deepEqual(await report(TEXTS), [
    "helper.js:2 proven z/server.js z/server.js helper.js",
    "m.js:2 heuristic ",
  ]);
});

Deno.test("scan() reads files again where all are too much to keep, and reports the same", async () => {
  const large = `\n/*${"x".repeat(9 * 1024 * 1024)}*/`;
  assert.deepEqual(await report(TEXTS, large), await report(TEXTS));
});

Deno.test("scan() counts once what can no longer be read when its turn comes", async () => {
  let reads = 0;
  const large = "x = 1 # ".padEnd(17 * 1024 * 1024, "x");
  const { coverage, diagnostics } = await scan({
    tool: { name: "test", version: "1" },
    targets: ["."],
    rules: ALL_RULES,
    files: [{
      path: "a.py",
      read: () =>
        Promise.resolve(
          reads++ === 0
            ? {
              status: "read",
              file: { path: "a.py", kind: "python", context: "product", text: large },
            }
            : { status: "skipped", reason: "unreadable" },
        ),
    }],
    skipped: {},
    diagnostics: [],
  });
  assert.deepEqual([coverage.found, coverage.skipped, diagnostics, reads], [
    1,
    { unreadable: 1 },
    [],
    2,
  ]);
});
