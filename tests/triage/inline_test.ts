import assert from "node:assert/strict";
import type { FileKind } from "../../src/core/mod.ts";
import { readInline } from "../../src/triage/mod.ts";

function read(text: string, kind: FileKind = "python") {
  return readInline({ path: "a", kind, text });
}

Deno.test("readInline() reads comments of every style", () => {
  const lines = [
    "x()  # mcp-sentinel-ignore[a-b]: why not",
    "x(); // mcp-sentinel-ignore[a-b]: why not",
    "x(); /* mcp-sentinel-ignore[a-b]: why not */",
    "x(); /** mcp-sentinel-ignore[a-b]: why not */ y();",
    "<a> <!-- mcp-sentinel-ignore[a-b]: why not -->",
    "<a> {/* mcp-sentinel-ignore[a-b]: why not */}",
    "key=1 ; mcp-sentinel-ignore[a-b]: why not",
    "select 1 -- mcp-sentinel-ignore[a-b]: why not",
    "x()  #mcp-sentinel-ignore [ a-b ] : why not",
  ];
  for (const line of lines) {
    assert.deepEqual(read(`first\n${line}\nlast`), {
      ignores: [{ file: "a", line: 2, target: 2, rules: ["a-b"], reason: "why not" }],
      problems: [],
    }, line);
  }
});

Deno.test("readInline() gives a comment that stands alone the line below", () => {
  const targets = (text: string, kind?: FileKind) =>
    read(text, kind).ignores.map((one) => one.target);
  assert.deepEqual(targets("  # mcp-sentinel-ignore[a]: why\nx()"), [2]);
  assert.deepEqual(
    targets("  # mcp-sentinel-ignore[a]: why\r\n# mcp-sentinel-ignore[b]: so\r\nx()"),
    [3, 3],
  );
  assert.deepEqual(targets("/*\n * mcp-sentinel-ignore[a]: why\n */\nx()"), [4]);
  assert.deepEqual(targets("{/* mcp-sentinel-ignore[a]: why */}\n<x>"), [2]);
  assert.deepEqual(targets("/* mcp-sentinel-ignore[a]: why */ x()"), [1]);
  const cell = '  "# mcp-sentinel-ignore[a]: why\\n",\n  "eval(x)\\n"';
  assert.deepEqual(read(cell, "notebook").ignores, [
    { file: "a", line: 1, target: 2, rules: ["a"], reason: "why" },
  ]);
});

Deno.test("readInline() reads several rules, and until when", () => {
  const day = Date.UTC(2027, 2, 2);
  for (
    const tail of [": why until=2027-03-01", " until=2027-03-01: why", ": why (until=2027-03-01)"]
  ) {
    assert.deepEqual(read(`# mcp-sentinel-ignore[a, b-c]${tail}`).ignores, [
      { file: "a", line: 1, target: 2, rules: ["a", "b-c"], reason: "why", expires: day },
    ], tail);
  }
});

Deno.test("readInline() tells of comments that do not count", () => {
  const cases: readonly [line: string, message: RegExp][] = [
    ["# mcp-sentinel-ignore", /it must name a rule/],
    ["# mcp-sentinel-ignore: why", /it must name a rule/],
    ["# mcp-sentinel-ignore[]: why", /got "" for a rule's id/],
    ["# mcp-sentinel-ignore[*]: why", /got "\*"/],
    ["# mcp-sentinel-ignore[A B]: why", /got "A B"/],
    ["# mcp-sentinel-ignore[a]", /without a reason it does not count/],
    ["# mcp-sentinel-ignore[a]:", /without a reason/],
    ["# mcp-sentinel-ignore[a]: ...", /without a reason/],
    ["# mcp-sentinel-ignore[a] why", /without a reason/],
    ["# mcp-sentinel-ignore[a]: until=2027-03-01", /without a reason/],
    ["/* mcp-sentinel-ignore[a]: */", /without a reason/],
    ["# mcp-sentinel-ignore[a]: why until=2027-13-01", /Expected a day .* got "2027-13-01"/],
  ];
  for (const [line, message] of cases) {
    const { ignores, problems } = read(line);
    assert.deepEqual([ignores, problems.length], [[], 1], line);
    assert.match(problems[0]!.message, message, line);
  }
});

Deno.test("readInline() leaves words about such comments alone", () => {
  const lines = [
    'x = "mcp-sentinel-ignore[a]: why"',
    "# see .mcp-sentinel-ignore.yaml",
    "# mcp-sentinel-ignore comments are explained elsewhere",
    "# write `mcp-sentinel-ignore[a]: why`",
    "# not-mcp-sentinel-ignore[a]: why",
  ];
  for (const line of lines) assert.deepEqual(read(line), { ignores: [], problems: [] }, line);
});

Deno.test("readInline() is bounded", () => {
  const many = "# mcp-sentinel-ignore[a]: why\n".repeat(5000);
  const { ignores, problems } = read(many);
  assert.deepEqual([ignores.length, problems.length], [2000, 1]);
  const start = performance.now();
  read("#".repeat(500_000) + "mcp-sentinel-ignore[a]: " + "until=".repeat(200_000));
  assert.ok(performance.now() - start < 2000);
});
