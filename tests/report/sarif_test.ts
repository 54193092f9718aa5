import assert from "node:assert/strict";
import type { Finding, ScanReport } from "../../src/core/mod.ts";
import { printable } from "../../src/core/mod.ts";
import { filterReport, toSarif } from "../../src/report/mod.ts";
import { escapeMarkdown } from "../../src/report/_sarif_rules.ts";
import { CANONICAL_REPORT, EMPTY_REPORT } from "../support/canonical_report.ts";

const ALL = { persona: "auditor" } as const;
const CANONICAL = toSarif(filterReport(CANONICAL_REPORT, ALL));

// deno-lint-ignore no-explicit-any -- a parsed log; `deno task sarif-check` proves its shape
function runOf(report: ScanReport): any {
  return JSON.parse(toSarif(filterReport(report, ALL))).runs[0];
}

function withOne(change: Partial<Finding>): ScanReport {
  const { comparison: _, ...report } = CANONICAL_REPORT;
  return { ...report, findings: [{ ...CANONICAL_REPORT.findings[0]!, ...change }] };
}

Deno.test("toSarif() of the canonical report", async (t) => {
  await t.assertSnapshot(CANONICAL);
});

Deno.test("toSarif() says who reads and what was left out", () => {
  const log = JSON.parse(toSarif(filterReport(CANONICAL_REPORT, { persona: "pedantic" })));
  const [invocation] = log.runs[0].invocations;
  const { review, ...properties } = invocation.properties;
  assert.deepEqual(review, {
    ...CANONICAL_REPORT.review,
    models: CANONICAL_REPORT.review!.models.map(printable),
  });
  assert.deepEqual(properties, {
    persona: "pedantic",
    minimumSeverity: "low",
    minimumConfidence: "low",
    hidden: { info: 1, low: 0, medium: 0, high: 0, critical: 0 },
  });
  assert.deepEqual(invocation.toolExecutionNotifications.at(-2), {
    descriptor: { id: "hidden" },
    level: "note",
    message: {
      text: "1 finding was left out: below severity low or confidence low (persona pedantic)",
    },
  });
  const { invocations } = runOf(CANONICAL_REPORT);
  assert.ok(!JSON.stringify(invocations).includes('"id":"hidden"'));
});

Deno.test("toSarif() of an empty report", async (t) => {
  await t.assertSnapshot(toSarif(filterReport(EMPTY_REPORT, ALL)));
});

Deno.test("toSarif() is safe on a terminal", () => {
  for (const line of CANONICAL.split("\n")) assert.equal(line, printable(line));
  assert.doesNotMatch(CANONICAL, /^\s*::|##(vso)?\[/m);
});

Deno.test("toSarif() holds no text that hides or reorders once it is parsed", () => {
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      for (const line of value.split("\n")) assert.equal(line, printable(line));
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit(JSON.parse(CANONICAL));
});

Deno.test("toSarif() points each result and each taxon at its place", () => {
  const { tool: { driver }, results, taxonomies } = runOf(CANONICAL_REPORT);
  for (const { ruleId, ruleIndex } of results) assert.equal(driver.rules[ruleIndex].id, ruleId);
  for (const { relationships } of driver.rules) {
    for (const { target } of relationships) {
      const component = taxonomies[target.toolComponent.index];
      assert.equal(component.name, target.toolComponent.name);
      assert.equal(component.taxa[target.index].id, target.id);
    }
  }
});

Deno.test("toSarif() takes the level from the finding, not from its rule", () => {
  const { results } = runOf(withOne({ severity: "low" }));
  assert.equal(results[0].level, "note");
});

Deno.test("toSarif() gives a baseline state to all results or to none", () => {
  const states = (report: ScanReport) =>
    runOf(report).results.map((result: { baselineState?: string }) => result.baselineState);
  assert.deepEqual(states(withOne({})), [undefined]);
  assert.deepEqual(new Set(states(CANONICAL_REPORT)), new Set(["new", "updated"]));
  const known = withOne({ baseline: "unchanged", triage: { state: "known", since: "2026-01-31" } });
  assert.deepEqual(states(known), ["unchanged"]);
});

Deno.test("toSarif() keeps a suppressed result with who suppressed it and why", () => {
  const suppressions = runOf(CANONICAL_REPORT).results.flatMap(
    (result: { suppressions: object[] }) => result.suppressions,
  );
  assert.deepEqual(suppressions, [
    { kind: "inSource", status: "accepted", justification: "Only ever called with constants" },
    { kind: "external", status: "accepted", justification: "Tests only<U+001B>[0m" },
  ]);
});

Deno.test("toSarif() lets no message be read as a link or a placeholder", () => {
  const text = (message: string) => runOf(withOne({ message })).results[0].message.text;
  assert.equal(text("Uses {0} and [here](1)"), "Uses {{0}} and \\[here\\](1)");
  assert.equal(text("Plain [brackets] stay"), "Plain [brackets] stay");
});

Deno.test("toSarif() names no rule that did not run", () => {
  const { results } = runOf({ ...withOne({}), rules: [] });
  assert.equal("ruleIndex" in results[0], false);
});

Deno.test("escapeMarkdown() keeps code spans and takes the rest literally", () => {
  assert.equal(
    escapeMarkdown("Use `a_b*c`, <b>not</b> [x](y)"),
    "Use `a_b*c`, \\<b\\>not\\</b\\> \\[x\\](y)",
  );
});
