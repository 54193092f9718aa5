import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { printable } from "../../src/core/mod.ts";
import { filterReport, REPORT_JSON_SCHEMA, toJson } from "../../src/report/mod.ts";
import { CANONICAL_REPORT, EMPTY_REPORT, HOSTILE_FILE } from "../support/canonical_report.ts";

const ALL = { persona: "auditor" } as const;
const CANONICAL = toJson(filterReport(CANONICAL_REPORT, ALL));
const validate = new Ajv2020({
  strict: true,
  strictTypes: true,
  allErrors: true,
  allowUnionTypes: true,
})
  .compile(REPORT_JSON_SCHEMA);

Deno.test("toJson() of the canonical report", async (t) => {
  await t.assertSnapshot(CANONICAL);
});

Deno.test("toJson() of an empty report", async (t) => {
  await t.assertSnapshot(toJson(filterReport(EMPTY_REPORT, ALL)));
});

Deno.test("REPORT_JSON_SCHEMA describes what toJson() writes", () => {
  for (const report of [CANONICAL_REPORT, EMPTY_REPORT, { ...CANONICAL_REPORT, rules: [] }]) {
    validate(JSON.parse(toJson(filterReport(report, ALL))));
    assert.deepEqual(validate.errors, null);
  }
});

Deno.test("REPORT_JSON_SCHEMA refuses any other shape", () => {
  const changes: ((report: Record<string, unknown>) => void)[] = [
    (report) => report["extra"] = 1,
    (report) => delete report["complete"],
    (report) => report["schemaVersion"] = "2.0",
    (report) => (report["findings"] as Record<string, unknown>[])[0]!["severity"] = "fatal",
    (report) => (report["findings"] as Record<string, unknown>[])[0]!["line"] = 0,
    (report) =>
      (report["findings"] as Record<string, unknown>[])[0]!["triage"] = { state: "known" },
    (report) => (report["coverage"] as Record<string, unknown>)["skipped"] = { other: 1 },
  ];
  for (const change of changes) {
    const report = JSON.parse(CANONICAL);
    change(report);
    assert.equal(validate(report), false, String(change));
  }
});

Deno.test("REPORT_JSON_SCHEMA says of each property what it means", () => {
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") {
        for (const [name, property] of Object.entries(value as Record<string, object>)) {
          assert.ok("description" in property || "$ref" in property, `${path}.${name}`);
        }
      }
      visit(value, `${path}.${key}`);
    }
  };
  visit(REPORT_JSON_SCHEMA, "$");
});

Deno.test("toJson() is safe on a terminal and loses nothing", () => {
  // Any line is as it would be shown, and none holds a command to a CI system.
  for (const line of CANONICAL.split("\n")) assert.equal(line, printable(line));
  assert.doesNotMatch(CANONICAL, /^\s*::|##(vso)?\[/m);
  assert.match(CANONICAL, /\\u202e/);
  assert.match(CANONICAL, /\\udb40\\udc41/);
  const { findings, targets } = JSON.parse(CANONICAL);
  assert.deepEqual(targets, CANONICAL_REPORT.targets);
  CANONICAL_REPORT.findings.forEach((finding, i) => {
    assert.equal(findings[i].message, finding.message);
    assert.equal(findings[i].snippet, finding.snippet.text);
    assert.equal(findings[i].file, finding.location.file);
  });
  assert.ok(CANONICAL_REPORT.findings.some(({ location }) => location.file === HOSTILE_FILE));
});

Deno.test("toJson() counts what is shown, and what is hidden apart", () => {
  const report = filterReport(CANONICAL_REPORT, {
    persona: "auditor",
    severity: "high",
    confidence: "high",
  });
  const { filter, findings, summary } = JSON.parse(toJson(report));
  assert.deepEqual(filter, { persona: "auditor", severity: "high", confidence: "high" });
  assert.equal(findings.length, 4);
  assert.deepEqual(summary, {
    total: 4,
    bySeverity: { info: 0, low: 0, medium: 0, high: 1, critical: 3 },
    byTriage: { open: 2, suppressed: 2, known: 0 },
    hidden: 4,
    hiddenBySeverity: { info: 1, low: 1, medium: 1, high: 1, critical: 0 },
    hiddenUnlikely: 0,
  });
});
