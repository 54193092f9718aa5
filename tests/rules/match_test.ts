// What rules of one's own find in files.

import assert from "node:assert/strict";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { scanTexts } from "../support/scan_text.ts";
import { read, ruleFile, SYNTAX_RULE, TEXT_RULE } from "./_rules.ts";

type Change = Readonly<Record<string, string | undefined>>;

/** `line: message` of each finding that the one rule has in one file. */
async function found(
  file: string,
  code: string,
  { base, match, change = {} }: { base: Change; match: string; change?: Change },
): Promise<string[]> {
  const { rules, problems } = await read(ruleFile(base, { ...change, match }));
  assert.deepEqual(problems, []);
  const { findings, diagnostics } = await scanTexts({ [file]: code }, rules);
  assert.deepEqual(diagnostics, []);
  return findings.map(({ location, message }) => `${location.line}: ${message}`);
}

const python = (code: string, syntax: string): Promise<string[]> =>
  found("a.py", code, { base: SYNTAX_RULE, match: `{ syntax: ${syntax} }` });

const TWO = "import os\nos.system('ls')\nos.system(name)\n";

Deno.test("a syntax rule reports its title, or its message with what the holes hold", async () => {
  assert.deepEqual(await python(TWO, "{ pattern: os.system($X) }"), [
    "2: The door is open",
    "3: The door is open",
  ]);
  assert.deepEqual(await python(TWO, "{ pattern: os.system($X), message: Runs $X }"), [
    "2: Runs 'ls'",
    "3: Runs name",
  ]);
  const long = `os.system(${"a".repeat(200)})\nos.system(f(\n1))\n`;
  assert.deepEqual(await python(long, "{ pattern: os.system($X), message: Runs $X }"), [
    `1: Runs ${"a".repeat(60)}…`,
    "2: Runs f(…",
  ]);
});

Deno.test("a syntax rule leaves out what fits one of `not`", async () => {
  for (const not of [`'os.system("...")'`, `[os.popen($X), 'os.system("...")']`]) {
    assert.deepEqual(await python(TWO, `{ pattern: os.system($X), not: ${not} }`), [
      "3: The door is open",
    ]);
  }
  const code = "f(1, 2)\nf(1, 1)\n";
  assert.deepEqual(
    await python(code, "{ pattern: 'f($A, $B)', not: 'f($A, $A)', keywords: ['f('] }"),
    [
      "1: The door is open",
    ],
  );
});

Deno.test("a syntax rule looks at what is around", async () => {
  const code = `
@mcp.tool()
def one(a):
    if a:
        door.open(a)

def two(b):
    door.open(b)
`;
  const around = (key: string, pattern: string): Promise<string[]> =>
    python(code, `{ pattern: door.open($X), ${key}: "${pattern}" }`);
  const tool = "@mcp.tool(...)\\ndef $F(...):\\n    ...";
  assert.deepEqual(await around("inside", tool), ["5: The door is open"]);
  assert.deepEqual(await around("not-inside", tool), ["8: The door is open"]);
  assert.deepEqual(await around("inside", "def $F(...):\\n    ..."), [
    "5: The door is open",
    "8: The door is open",
  ]);
  // Holes of both hold the same.
  assert.deepEqual(await around("inside", "if $X: ..."), ["5: The door is open"]);
  assert.deepEqual(await around("inside", "while $X: ..."), []);
  const message = `message: $F opens`;
  assert.deepEqual(
    await python(code, `{ pattern: door.open($X), inside: "def $F($X): ...", ${message} }`),
    ["5: one opens", "8: two opens"],
  );
});

Deno.test("a syntax rule holds its holes to conditions", async () => {
  const code = `
KEY = 'ab' + 'cd'
door.open(user_name)
door.open('/etc/passwd')
door.open(KEY)
`;
  const where = (condition: string): Promise<string[]> =>
    python(code, `{ pattern: door.open($X), where: { $X: ${condition} } }`);
  const lines = async (condition: string): Promise<number[]> =>
    (await where(condition)).map((line) => Number.parseInt(line));
  assert.deepEqual(await lines("{ regex: ^user_ }"), [3]);
  assert.deepEqual(await lines("{ not-regex: ^user_ }"), [4, 5]);
  assert.deepEqual(await lines("{ value: ^/etc/ }"), [4]);
  assert.deepEqual(await lines("{ value: ^abcd$ }"), [5]);
  assert.deepEqual(await lines("{ constant: true }"), [4, 5]);
  assert.deepEqual(await lines("{ constant: false }"), [3]);
  assert.deepEqual(await lines("{ constant: true, not-regex: K }"), [4]);
});

Deno.test("a syntax rule reports the hole that it is focussed on", async () => {
  const match = "{ syntax: { pattern: 'door.open($A, $B)', focus: $B } }";
  const { rules } = await read(ruleFile(SYNTAX_RULE, { match }));
  const { findings } = await scanTexts({ "a.py": "door.open(1, 22)\n" }, rules);
  assert.deepEqual(
    findings.map(({ location: { column, endColumn } }) => [column, endColumn]),
    [[14, 16]],
  );
});

Deno.test("a syntax rule takes several patterns, and one of several languages", async () => {
  const match = "{ syntax: [{ pattern: a.one($X) }, { pattern: b.two($X), message: Two }] }";
  const change = { languages: "[python, typescript, go]" };
  const asked = { base: SYNTAX_RULE, match, change };
  assert.deepEqual(await found("a.py", "b.two(1)\na.one(1)\n", asked), [
    "1: Two",
    "2: The door is open",
  ]);
  assert.deepEqual(await found("a.ts", "b.two(1);\n", asked), ["1: Two"]);
  const go = "package p\nfunc f() {\n\ta.one(1)\n}\n";
  assert.deepEqual(await found("a.go", go, asked), ["3: The door is open"]);
  assert.deepEqual(await found("a.js", "b.two(1);\n", asked), []);
});

const text = (code: string, match: string, change: Change = {}): Promise<string[]> =>
  found("a.yaml", code, { base: TEXT_RULE, match: `{ text: ${match} }`, change });

Deno.test("a text rule searches around its keywords", async () => {
  const expression = "'colou?r *= *[a-z]+'";
  const match = `{ keywords: [COLOR, colour], expression: ${expression}, flags: i }`;
  assert.deepEqual(await text("a: 1\nb: color = red\nc: Colour=blue\n", match), [
    "2: The door is open",
    "3: The door is open",
  ]);
  assert.deepEqual(await text("colors\n", match), []);
  const far = `{ keywords: [door], expression: 'far away' }`;
  assert.deepEqual(await text(`door ${"x".repeat(900)} far away\n`, far), ["1: The door is open"]);
  assert.deepEqual(await text(`door ${"x".repeat(1100)} far away\n`, far), []);
  assert.deepEqual(await text(`far away ${"x".repeat(900)} door\n`, far), ["1: The door is open"]);
});

Deno.test("a text rule knows lines and word edges where its window ends", async () => {
  const lines = Array.from({ length: 200 }, (_, i) => `open = door${i}`).join("\n");
  const whole = "{ keywords: [door100], expression: '^open = door\\d+$' }";
  // Windows are of whole lines, so every hit is one of a whole line.
  for (const line of await text(lines, whole)) assert.match(line, /^\d+: The door is open$/);
  assert.ok((await text(lines, whole)).includes("101: The door is open"));
  const astral = "😀 door = open 😀\ndoor = open\n";
  const { rules } = await read(ruleFile(TEXT_RULE));
  const { findings } = await scanTexts({ "a.yaml": astral }, rules);
  assert.deepEqual(
    findings.map(({ location: { line, column, endColumn } }) => [line, column, endColumn]),
    [[1, 4, 15], [2, 1, 12]],
  );
});

Deno.test("a text rule looks at the kinds of files that it names", async () => {
  const { rules } = await read(ruleFile(TEXT_RULE, { files: "[json, python]" }));
  const files = Object.fromEntries(
    ["a.json", "a.yaml", "a.py", "a.ts"].map((name) => [name, "door = open\n"]),
  );
  const { findings } = await scanTexts(files, rules);
  assert.deepEqual(findings.map(({ location: { file } }) => file), ["a.json", "a.py"]);
});

Deno.test("a text rule masks what is a secret", async () => {
  const match = "{ text: { keywords: [acme_], expression: 'acme_[a-z0-9]{20,40}', secret: true } }";
  const secret = `acme_${"k3yv4lu3".repeat(4)}`;
  const { rules } = await read(ruleFile(TEXT_RULE, { match }));
  const report = await scanTexts({ "a.yaml": `key: ${secret}\n` }, [...ALL_RULES, ...rules]);
  assert.ok(report.findings.some(({ ruleId }) => ruleId === "open-door"));
  assert.ok(!JSON.stringify(report.findings).includes(secret));
});
