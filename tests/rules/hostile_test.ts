// Rules and files that mean harm: every bound is counted, and nothing throws.

import assert from "node:assert/strict";
import { scanTexts } from "../support/scan_text.ts";
import { problems, read, ruleFile, SYNTAX_RULE, TEXT_RULE } from "./_rules.ts";

/** Far above what any of these takes, and far below what they took without a bound. */
const MOST_MS = 20_000;

async function timed<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  assert.ok(took < MOST_MS, `${took.toFixed(0)} ms`);
  return result;
}

const SIZE = 250 * 1024;

Deno.test("hostile files of rules give problems, soon", async () => {
  const bomb = Array.from(
    { length: 9 },
    (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? "x" : `*a${i - 1}`).join(", ")}]\n`,
  ).join("");
  const files: [name: string, text: string, said: RegExp][] = [
    ["aliases", `${bomb}rules: *a8\n`, /Anchors are not taken/],
    ["dashes", "- ".repeat(SIZE / 2), /too deep/],
    ["question marks", "? ".repeat(SIZE / 2), /too deep|No YAML/],
    ["brackets", "[".repeat(SIZE), /too deep/],
    ["pairs", "[".repeat(150) + "]".repeat(150), /too deep/],
    ["steps", Array.from({ length: 600 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""), /too deep/],
    ["keys", Array.from({ length: 15_000 }, (_, i) => `k${i}: 1\n`).join(""), /Unknown key "k0"/],
    ["one key", "k: 1\n".repeat(SIZE / 5), /a second time/],
    ["quotes", '"'.repeat(SIZE), /No YAML/],
    ["size", "#".repeat(SIZE * 2), /Expected at most 256 KiB/],
    ["NUL", "\u0000".repeat(1000), /./],
    ["prototype", "__proto__: { rules: [] }\nconstructor: 1\n", /Unknown key "__proto__"/],
    ["items", `rules: [${"a, ".repeat(300)}]`, /Expected at most 200 items/],
    ["values", `rules: [${`[${"a, ".repeat(150)}], `.repeat(150)}]`, /Too many values|mapping/],
  ];
  for (const [name, text, said] of files) {
    const told = await timed(() => problems(text));
    assert.ok(told.some((line) => said.test(line)), `${name}: ${told.slice(0, 3).join("\n")}`);
  }
});

Deno.test("problems name hostile keys on one line, in printable form", async () => {
  const [first] = await problems('"a\\e[31mb\\nc": 1\n');
  assert.match(first!, /^1:1: Unknown key/);
});

Deno.test("hostile expressions are refused, or run in linear time", async () => {
  const rule = (expression: string) =>
    ruleFile(TEXT_RULE, { match: `{ text: { keywords: [aa], expression: '${expression}' } }` });
  for (
    const expression of [
      "(a+)+b",
      "(a|aa)+$",
      "(a*)*b",
      "a*a*a*a*a*a*a*a*b",
      "(.*)(.*)(.*)x",
      "([^b]{1,200}){1,2}b",
    ]
  ) {
    const { rules, problems } = await read(rule(expression));
    assert.deepEqual(problems, [], expression);
    const report = await timed(() => scanTexts({ "a.yaml": "a".repeat(2 ** 20) }, rules));
    assert.ok(report.findings.length <= 1, expression);
  }
});

Deno.test("a text rule says where it stopped", async () => {
  const { rules } = await read(
    ruleFile(TEXT_RULE, {
      match: "{ text: { keywords: [door], expression: 'door[^x]{1,400}x' } }",
    }),
  );
  const report = await timed(() => scanTexts({ "a.yaml": "door\n".repeat(2 ** 20) }, rules));
  assert.deepEqual(report.diagnostics, [{
    kind: "cut-by-bound",
    file: "a.yaml",
    message: 'Too much text for rule "open-door"',
  }]);
});

Deno.test("hostile code costs a syntax rule its steps, and not the scan", async () => {
  const rule = (match: string) => ruleFile(SYNTAX_RULE, { match: `{ syntax: ${match} }` });
  const many = 20_000;
  const cases: [name: string, match: string, code: string, cut: boolean][] = [
    [
      "many ways to fill the holes",
      "{ pattern: 'door(..., $A, ..., $B, ..., $C, ..., $A, $B, $C, ...)' }",
      `door(${Array.from({ length: 2000 }, (_, i) => `a${i}`).join(", ")})\n`,
      true,
    ],
    ["brackets", "{ pattern: door($X) }", `door(${"(".repeat(many)}1${")".repeat(many)})\n`, false],
    [
      "brackets for a call",
      "{ pattern: door(f()) }",
      `door(${"(".repeat(many)}1${")".repeat(many)})\n`,
      false,
    ],
    [
      "calls in calls",
      "{ pattern: door($X), inside: nowhere($X) }",
      `${"door(".repeat(many)}1${")".repeat(many)}\n`,
      true,
    ],
    [
      "long equal texts",
      "{ pattern: 'door($X, $X)' }",
      `${"door(".repeat(1000)}1${", 1)".repeat(1000)}\n`,
      false,
    ],
    [
      "many calls",
      "{ pattern: 'door(..., $A, $A, ...)' }",
      "door(1, 2, 3)\n".repeat(50_000),
      false,
    ],
    ["chains", "{ pattern: $X.door(1) }", `a${".door()".repeat(many)}\n`, false],
    [
      "dictionaries",
      "{ pattern: 'door({..., \"a\": 1, ...})' }",
      `door({${'"b": 1, '.repeat(many)}})\n`,
      false,
    ],
    ["broken code", "{ pattern: door($X) }", "door((((\n".repeat(5000), false],
  ];
  for (const [name, match, code, cut] of cases) {
    const { rules, problems } = await read(rule(match));
    assert.deepEqual(problems, [], name);
    const { diagnostics } = await timed(() => scanTexts({ "a.py": code }, rules));
    const own = diagnostics.filter(({ message }) => message.includes("open-door"));
    const expected = cut ? ['cut-by-bound: Rule "open-door" used up its steps'] : [];
    assert.deepEqual(own.map(({ kind, message }) => `${kind}: ${message}`), expected, name);
  }
});

Deno.test("a hole is a name in the text, and nothing in a prototype", async () => {
  const told = await problems(ruleFile(SYNTAX_RULE, {
    match: "{ syntax: { pattern: door($X), where: { __proto__: { regex: a } } } }",
  }));
  assert.match(told[0]!, /No hole \$__proto__/);
});
