import assert from "node:assert/strict";
import { filterReport } from "../../src/report/mod.ts";
import { CANONICAL_REPORT } from "../support/canonical_report.ts";

Deno.test("filterReport() keeps all at the lowest thresholds", () => {
  const report = filterReport(CANONICAL_REPORT, { severity: "info", confidence: "low" });
  assert.deepEqual(report.findings, CANONICAL_REPORT.findings);
  assert.equal(report.hidden, 0);
});

Deno.test("filterReport() drops what is below either threshold, and counts it", () => {
  const report = filterReport(CANONICAL_REPORT, { severity: "medium", confidence: "high" });
  for (const { severity, confidence } of report.findings) {
    assert.ok(["medium", "high", "critical"].includes(severity));
    assert.equal(confidence, "high");
  }
  assert.equal(report.findings.length, 5);
  assert.equal(report.hidden, 3);
});
