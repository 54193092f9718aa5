import assert from "node:assert/strict";
import {
  filterReport,
  type Reader,
  type TerminalOptions,
  toTerminal,
} from "../../src/report/mod.ts";
import { columns } from "../../src/report/_columns.ts";
import { CANONICAL_REPORT, EMPTY_REPORT, HOSTILE_FILE } from "../support/canonical_report.ts";
import type { Diagnostic, Finding, ScanReport } from "../../src/core/mod.ts";

const PLAIN: TerminalOptions = { color: false, width: 100, showPath: (file) => `sub/${file}` };
const ALL = { persona: "auditor" } as const;

function show(report: ScanReport, options: Partial<TerminalOptions> = {}): string {
  return toTerminal(filterReport(report, ALL), { ...PLAIN, ...options });
}

/** The canonical report with one finding, changed. */
function withOne(change: Partial<Finding>): ScanReport {
  return { ...CANONICAL_REPORT, findings: [{ ...CANONICAL_REPORT.findings[0]!, ...change }] };
}

Deno.test("toTerminal() of the canonical report", async (t) => {
  await t.step("in 100 columns", (t) => t.assertSnapshot(show(CANONICAL_REPORT)));
  await t.step("in 40 columns", (t) => t.assertSnapshot(show(CANONICAL_REPORT, { width: 40 })));
  await t.step(
    "in colour",
    (t) => t.assertSnapshot(show(CANONICAL_REPORT, { color: true }).replaceAll("\u001b", "␛")),
  );
});

Deno.test("toTerminal() says clearly that nothing was found", async (t) => {
  const text = show(EMPTY_REPORT);
  assert.match(text, /^No findings$/m);
  await t.assertSnapshot(text);
});

Deno.test("toTerminal() without colour holds no control character but the newline", () => {
  // deno-lint-ignore no-control-regex -- control characters are what this looks for
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
  for (const width of [0, 40, 41, 57, 100, 1_000]) {
    assert.doesNotMatch(show(CANONICAL_REPORT, { width }), control);
  }
});

Deno.test("toTerminal() in colour holds no escape sequence but plain SGR, and no other control", () => {
  const text = show(CANONICAL_REPORT, { color: true });
  // deno-lint-ignore no-control-regex -- control characters are what this looks for
  const rest = text.replace(/\u001b\[(?:\d;)?\d{1,2}m/g, "");
  assert.equal(rest, show(CANONICAL_REPORT));
});

Deno.test("toTerminal() lets no invisible or reordering character through", () => {
  assert.doesNotMatch(
    show(CANONICAL_REPORT),
    /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u,
  );
});

Deno.test("toTerminal() prints no line that a CI system obeys", () => {
  const file = "::add-mask::x";
  const message = `${"x".repeat(36)} ::error::y ##[error]z ##vso[task.complete]`;
  const report: ScanReport = {
    ...withOne({ message, location: { ...CANONICAL_REPORT.findings[0]!.location, file } }),
    diagnostics: [{ kind: "unreadable", file, message }],
  };
  for (const width of [40, 44, 60, 200]) {
    const text = show(report, { width, showPath: (file) => file });
    assert.doesNotMatch(text, /^\s*::/m);
    assert.doesNotMatch(text, /##(vso)?\[/);
  }
});

Deno.test("toTerminal() keeps every place whole, however narrow the terminal", () => {
  const text = show(CANONICAL_REPORT, { width: 20 });
  for (const { location, path, related } of CANONICAL_REPORT.findings) {
    for (const { file, line, column } of [location, ...path, ...related]) {
      if (file === HOSTILE_FILE) continue;
      assert.ok(text.includes(`sub/${file}:${line}:${column}`), `${file} at ${line}`);
    }
  }
  assert.ok(text.includes("sub/src/a<U+000A>::error::b<U+001B>[31m<U+202E>#?%20.py:3:12"));
});

Deno.test("toTerminal() fits the terminal, places aside", () => {
  for (const width of [40, 63, 100]) {
    for (const line of show(CANONICAL_REPORT, { width }).split("\n")) {
      if (!/sub\//.test(line)) assert.ok(columns(line) <= width, `${columns(line)}: ${line}`);
    }
  }
});

Deno.test("toTerminal() sets the carets under the match", () => {
  for (const width of [40, 63, 100]) {
    const lines = show(CANONICAL_REPORT, { width }).split("\n");
    const under = (code: string, match: string) => {
      const i = lines.findIndex((line) => line.includes(code) && line.includes("│"));
      const carets = lines[i + 1]!;
      const start = columns(lines[i]!.slice(0, lines[i]!.indexOf(match)));
      assert.equal(carets.indexOf("^"), start, lines[i]);
      assert.equal(carets.match(/\^+/)![0].length, columns(match), lines[i]);
    };
    under("必ず", "必ず🔑を送る");
    under("exec(", "exec(input.command)");
    under('f"ls', 'f"ls {path}"');
  }
});

Deno.test("toTerminal() puts one caret under an empty match", () => {
  const text = show(withOne({ snippet: { text: "key:", start: 4, end: 4 } }));
  assert.match(text, /│ key:\n +│ {5}\^\n/);
});

Deno.test("toTerminal() shows no frame for a blank line", () => {
  assert.doesNotMatch(show(withOne({ snippet: { text: "  ", start: 0, end: 0 } })), /│/);
});

Deno.test("toTerminal() shows twenty diagnostics and says how many more there are", () => {
  const diagnostics = Array.from({ length: 23 }, (_, i): Diagnostic => ({
    kind: "unreadable",
    file: `f${i}.py`,
    message: "Permission denied",
  }));
  const text = show({ ...CANONICAL_REPORT, diagnostics });
  assert.equal(text.match(/unreadable:/g)?.length, 20);
  assert.match(text, /and 3 more, see the JSON report/);
});

Deno.test("toTerminal() says what is hidden, and whether the gate sees it", () => {
  const said = (reader: Reader): string =>
    toTerminal(filterReport(CANONICAL_REPORT, reader), { ...PLAIN, width: 1000 })
      .split("\n").filter((line) => /^\d+ findings? (?:is|are) hidden/.test(line)).join("\n");
  assert.equal(
    said({ persona: "auditor", severity: "critical" }),
    "5 findings are hidden (2 high, 1 medium, 1 low, 1 info): below severity critical or " +
      "confidence low; the exit code counts them too",
  );
  assert.equal(
    said({ persona: "regular", severity: "medium" }),
    "2 findings are hidden (1 low, 1 info): below severity medium or confidence medium; " +
      "the exit code does not count them",
  );
  assert.equal(
    said({ persona: "pedantic" }),
    "1 finding is hidden (1 info): below severity low or confidence low; " +
      "the exit code does not count it. --persona auditor shows everything",
  );
  assert.equal(said({ persona: "auditor" }), "");
});

Deno.test("toTerminal() says that nothing is open where all is put aside", () => {
  const put = CANONICAL_REPORT.findings.filter(({ triage }) => triage.state !== "open");
  assert.match(show({ ...CANONICAL_REPORT, findings: put }), /^No open findings$/m);
});

Deno.test("toTerminal() shows a finding whose rule is not in the report", () => {
  const text = show({ ...CANONICAL_REPORT, rules: [] });
  assert.match(text, /rule: command-injection/);
  assert.doesNotMatch(text, /fix:/);
});

Deno.test("toTerminal() does not call a target clean of which nothing was analysed", () => {
  const report = {
    ...EMPTY_REPORT,
    coverage: { found: 1, analysed: 0, parseErrors: 0, inPart: 0, skipped: { "too-large": 1 } },
    complete: false,
  };
  const text = toTerminal(
    filterReport(report, { persona: "auditor" }),
    { color: false, width: 80, showPath: (file) => file },
  );
  assert.match(text, /Nothing was analysed/);
  assert.doesNotMatch(text, /No findings/);
});
