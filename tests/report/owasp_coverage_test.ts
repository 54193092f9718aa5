import assert from "node:assert/strict";
import { OWASP } from "../../src/core/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { owaspCoverage } from "../../src/report/owasp_coverage.ts";

const SHOWN = ALL_RULES.map((rule) => ({ rule, examples: [] }));

function rowsOf(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith("| MCP"));
}

Deno.test("owaspCoverage() has every item of the MCP Top 10, with rules for each", () => {
  const rows = rowsOf(owaspCoverage(SHOWN));
  const items = Object.entries(OWASP).filter(([id]) => id.startsWith("MCP"));
  assert.deepEqual(
    rows.map((row) => row.split(" | ")[0]),
    items.map(([id, title]) => `| ${id} ${title}`),
  );
  assert.deepEqual(rows.filter((row) => !row.includes("](#")), []);
});

Deno.test("owaspCoverage() names the rules of an item, and says where there is none", () => {
  const only = SHOWN.filter(({ rule }) => rule.id === "log-injection");
  const covered = rowsOf(owaspCoverage(only)).map((row) => row.split(" | ")[1]);
  const expected = Object.keys(OWASP).filter((id) => id.startsWith("MCP"))
    .map((id) =>
      (only[0]!.rule.owasp as readonly string[]).includes(id)
        ? "[log-injection](#log-injection)"
        : "none"
    );
  assert.deepEqual(covered, expected);
});
