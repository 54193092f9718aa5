// The servers in testdata: a comment `expect: <rule-id>` stands for a finding on its own line or,
// where the comment is all there is on it, on the next; `expect(+3): <rule-id>` three lines on.
// The set of findings must be exactly the set of comments: a miss and a noisy neighbour both fail.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { type ReadOutcome, scan } from "../../src/scan/mod.ts";
import { discover, readSource } from "../../src/targets/mod.ts";

const SERVERS = fileURLToPath(new URL("../../testdata/servers", import.meta.url));
const EXPECT = /(?:#|\/\/)\s*expect(?:\(\+(\d+)\))?: ([a-z0-9-]+(?:, ?[a-z0-9-]+)*)/;

function expectations(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const [comment, offset, ids] = EXPECT.exec(line) ?? [];
    if (comment === undefined) return [];
    const alone = line.trim().startsWith(comment.slice(0, 1));
    const target = index + 1 + (offset === undefined ? (alone ? 1 : 0) : Number(offset));
    return ids!.split(/, ?/).map((id) => `${target} ${id}`);
  });
}

for (const server of [...Deno.readDirSync(SERVERS)].map(({ name }) => name).sort()) {
  Deno.test(`testdata/servers/${server} has the findings that its comments expect`, async () => {
    const root = `${SERVERS}/${server}`;
    const found = await discover([root], {
      cwd: root,
      root,
      include: [],
      exclude: [],
      ignore: false,
    });
    const expected: string[] = [];
    const report = await scan({
      tool: { name: "test", version: "0" },
      targets: [root],
      rules: ALL_RULES,
      files: found.files.map((file) => ({
        path: file.path,
        read: async (): Promise<ReadOutcome> => {
          const outcome = await readSource(file, { maxFileSize: 1 << 20 });
          if (outcome.status === "read") {
            expected.push(
              ...expectations(outcome.file.text).map((at) => `${file.path}:${at}`),
            );
          }
          return outcome;
        },
      })),
      skipped: {},
      diagnostics: [],
    });
    const actual = report.findings.map(({ location, ruleId }) =>
      `${location.file}:${location.line} ${ruleId}`
    );
    assert.deepEqual(actual.sort(), expected.sort());
    assert.deepEqual(report.diagnostics, []);
  });
}
