import assert from "node:assert/strict";
import { CONFIDENCES, type Finding, type ScanReport, SEVERITIES } from "../../src/core/mod.ts";
import { filterReport, type Persona, type Reader } from "../../src/report/mod.ts";
import { CANONICAL_REPORT } from "../support/canonical_report.ts";

Deno.test("filterReport() keeps all at the lowest thresholds", () => {
  const report = filterReport(CANONICAL_REPORT, { persona: "auditor" });
  assert.deepEqual(report.findings, CANONICAL_REPORT.findings);
  assert.equal(report.hidden, 0);
});

Deno.test("filterReport() drops what is below either threshold, and counts it", () => {
  const report = filterReport(CANONICAL_REPORT, {
    persona: "auditor",
    severity: "medium",
    confidence: "high",
  });
  for (const { severity, confidence } of report.findings) {
    assert.ok(["medium", "high", "critical"].includes(severity));
    assert.equal(confidence, "high");
  }
  assert.equal(report.findings.length, 5);
  assert.equal(report.hidden, 3);
});

const CONFIDENCES_AND_SEVERITIES = CONFIDENCES.flatMap((confidence) =>
  SEVERITIES.map((severity) => ({ confidence, severity }))
);

function named({ severity, confidence }: Finding): string {
  return `${confidence} ${severity}`;
}

/** One finding of every confidence and severity. */
const EVERY: ScanReport = {
  ...CANONICAL_REPORT,
  findings: CONFIDENCES_AND_SEVERITIES.map((each) => ({
    ...CANONICAL_REPORT.findings[0]!,
    ...each,
  })),
};

Deno.test("filterReport() shows each persona what it is for", () => {
  const shown = (persona: Persona): string[] =>
    filterReport(EVERY, { persona }).findings.map(named);
  const all = EVERY.findings.map(named);
  assert.deepEqual(
    shown("regular"),
    all.filter((name) => !name.startsWith("low ") && !name.endsWith(" info")),
  );
  assert.deepEqual(shown("pedantic"), all.filter((name) => !name.endsWith(" info")));
  assert.deepEqual(shown("auditor"), all);
});

Deno.test("filterReport() lets a threshold stand in the place of the persona's", () => {
  const lower = filterReport(EVERY, { persona: "regular", confidence: "low" });
  assert.deepEqual(lower.thresholds, { severity: "low", confidence: "low" });
  assert.equal(lower.findings.length, 12);
  const higher = filterReport(EVERY, { persona: "auditor", severity: "critical" });
  assert.deepEqual(higher.thresholds, { severity: "critical", confidence: "low" });
  assert.equal(higher.findings.length, 3);
});

Deno.test("filterReport() gives the gate what the persona shows, and all that is shown", () => {
  const gate = (reader: Reader): number => filterReport(EVERY, reader).gate.length;
  assert.equal(gate({ persona: "regular" }), 8);
  assert.equal(gate({ persona: "regular", severity: "critical", confidence: "high" }), 8);
  assert.equal(gate({ persona: "regular", confidence: "low" }), 12);
  // What neither shows, the gate does not see: information of high confidence here.
  assert.equal(gate({ persona: "regular", severity: "info", confidence: "high" }), 9);
  assert.equal(gate({ persona: "pedantic" }), 12);
  assert.equal(gate({ persona: "auditor" }), 15);
});

Deno.test("filterReport() counts what is hidden by severity", () => {
  const { hidden, hiddenBySeverity } = filterReport(EVERY, { persona: "regular" });
  assert.equal(hidden, 7);
  assert.deepEqual(hiddenBySeverity, { info: 3, low: 1, medium: 1, high: 1, critical: 1 });
});

Deno.test("filterReport() leaves out the unlikely where asked, and the gate knows of them", () => {
  const [first, ...rest] = EVERY.findings;
  const review = { verdict: "unlikely", falseAlarm: 90, reason: "", model: "a/b" } as const;
  const report = { ...EVERY, findings: [{ ...first!, review }, ...rest] };
  const all = filterReport(report, { persona: "auditor" });
  const some = filterReport(report, { persona: "auditor", hideUnlikely: true });
  assert.deepEqual([all.findings.length, all.hiddenUnlikely], [15, 0]);
  assert.deepEqual([some.findings.length, some.hiddenUnlikely, some.hidden], [14, 1, 0]);
  assert.deepEqual(some.gate, all.gate);
});
