// What patterns fit, in each language.

import assert from "node:assert/strict";
import type { Language } from "../../src/core/mod.ts";
import { Holding } from "../../src/rules/pattern_match.ts";
import { readPattern } from "../../src/rules/pattern.ts";
import { parse } from "../../src/syntax/mod.ts";

/** The texts of the nodes of `code` that fit. */
async function found(language: Language, pattern: string, code: string): Promise<string[]> {
  const read = await readPattern(pattern, language);
  if (typeof read === "string") throw new Error(read);
  const tree = await parse({ language, text: code });
  const texts: string[] = [];
  for (const node of tree.nodesOf(new Set([read.root.kind]))) {
    if (new Holding(tree, { steps: 0 }).fits(read.root, node)) texts.push(tree.textOf(node));
  }
  return texts;
}

interface Case {
  readonly pattern: string;
  readonly fits: readonly string[];
  readonly others: readonly string[];
}

function cases(language: Language, list: readonly Case[], frame = (code: string) => code): void {
  Deno.test(`patterns of ${language}`, async (t) => {
    for (const { pattern, fits, others } of list) {
      for (const code of fits) {
        await t.step(`${pattern} fits ${code}`, async () => {
          assert.equal((await found(language, pattern, frame(code))).length, 1);
        });
      }
      for (const code of others) {
        await t.step(`${pattern} does not fit ${code}`, async () => {
          assert.deepEqual(await found(language, pattern, frame(code)), []);
        });
      }
    }
  });
}

cases("python", [
  {
    pattern: "subprocess.run($X, ..., shell=True, ...)",
    fits: [
      "import subprocess\nsubprocess.run(cmd, shell=True)",
      "import subprocess as sp\nsp.run(cmd, check=True, shell=True)",
      "from subprocess import run\nrun(cmd, shell=True, check=True)",
      "subprocess.run(cmd, other, shell=True)",
    ],
    others: [
      "subprocess.run(cmd)",
      "subprocess.run(cmd, shell=False)",
      "subprocess.run(shell=True)",
      "subprocess.call(cmd, shell=True)",
      "# subprocess.run(cmd, shell=True)",
      "text = 'subprocess.run(cmd, shell=True)'",
    ],
  },
  {
    pattern: 'open("...")',
    fits: ["open('a.txt')", "NAME = 'a'\nopen(NAME)", "open('a' 'b')", "open(('a'))"],
    others: ["open(name)", "open(f'{name}.txt')", "open()", "open('a', 'w')", "open(5)"],
  },
  {
    pattern: "open('a.txt', ...)",
    fits: ['open("a.txt")', "open('a' + '.txt', 'w')"],
    others: ["open('b.txt')"],
  },
  { pattern: "f($X, $X)", fits: ["f(a.b, a.b)"], others: ["f(a, b)", "f(a)"] },
  { pattern: "f($_, $_)", fits: ["f(a, b)"], others: ["f(a)"] },
  { pattern: "f()", fits: ["f()", "f( )", "f(\n)"], others: ["f(a)", "g()"] },
  { pattern: "f(..., $LAST)", fits: ["f(1)", "f(1, 2, 3)"], others: ["f()"] },
  { pattern: "f(..., 2, ...)", fits: ["f(2)", "f(1, 2, 3)"], others: ["f(1, 3)"] },
  {
    pattern: "@mcp.tool(...)\ndef $F(...):\n    ...",
    fits: ["@mcp.tool()\ndef f(a: str) -> str:\n    return a\n"],
    others: ["def f(a):\n    return a\n", "@mcp.prompt()\ndef f(a):\n    return a\n"],
  },
  {
    pattern: "def $F(...):\n    ...\n    return $X",
    fits: ["def f(a):\n    b = a\n    return b\n", "def f():\n    return 1\n"],
    others: ["def f():\n    pass\n"],
  },
  { pattern: "$X = input(...)", fits: ["a = input('?')"], others: ["a = 1", "input()"] },
  { pattern: "$A + $B", fits: ["a + b"], others: ["a - b"] },
  {
    pattern: '{..., "role": "system", ...}',
    fits: ["a = {'content': x, 'role': 'system'}", "a = {'role': 'system'}"],
    others: ["a = {'role': 'user'}", "a = {}"],
  },
  { pattern: "$O.debug(...)", fits: ["log.debug(1)", "a.b.debug()"], others: ["debug(1)"] },
  { pattern: "except_this($X)", fits: ["await except_this(1)"], others: [] },
  { pattern: "return $X", fits: ["def f():\n    return 1"], others: ["def f():\n    return"] },
]);

const SCRIPT: readonly Case[] = [
  {
    pattern: "child_process.exec($X, ...)",
    fits: [
      'import { exec } from "node:child_process";\nexec(cmd);',
      'const cp = require("child_process");\ncp.exec(cmd, cb);',
      "child_process.exec(cmd);",
    ],
    others: ["exec(cmd);", "regex.exec(text);", "child_process.spawn(cmd);"],
  },
  {
    pattern: "https.request({ ..., rejectUnauthorized: false, ... })",
    fits: [
      "https.request({ rejectUnauthorized: false });",
      "https.request({ host, port: 1, rejectUnauthorized: false, ...more });",
    ],
    others: ["https.request({ rejectUnauthorized: true });", "https.request({ host });"],
  },
  {
    pattern: "{ a: 1, b: 2 }",
    fits: ["x = { b: 2, a: 1 };"],
    others: ["x = { a: 1 };", "x = { a: 1, b: 2, c: 3 };"],
  },
  { pattern: "new Server($X)", fits: ["a = new Server(b);"], others: ["Server(b);"] },
  {
    pattern: "const $X = process.env.$NAME",
    fits: ["const a = process.env.KEY;"],
    others: ["let a = process.env.KEY;", "const a = env.KEY;"],
  },
  {
    pattern: "app.get($PATH, ($REQ, $RES) => { ... })",
    fits: ['app.get("/a", (req, res) => { res.end(); });', 'app.get("/a", (q, r) => {});'],
    others: ['app.get("/a", handler);', 'app.get("/a", (req) => {});'],
  },
  { pattern: "f(...args)", fits: ["f(...args);"], others: ["f(args);", "f();"] },
  { pattern: "f(...)", fits: ["f(...args);", "f();", "f(1, 2);"], others: ["g();"] },
  { pattern: "a.b($X)", fits: ["a?.b(1);", "(a).b(1);"], others: ["a.c(1);"] },
  {
    pattern: "function $F(...) { ... }",
    fits: ["function f(a, b) { return a; }"],
    others: ["const f = () => 1;"],
  },
  { pattern: "`...`", fits: ["x = `a`;"], others: ["x = `${a}`;"] },
];
cases("javascript", SCRIPT);
cases("typescript", [
  ...SCRIPT,
  { pattern: "f($X)", fits: ["f<string>(a);", "f(a as string);"], others: [] },
  {
    pattern: "function $F($A) { ... }",
    fits: ["function f(a: string): void { g(a); }"],
    others: ["function f() {}"],
  },
]);
cases("tsx", SCRIPT);

cases(
  "go",
  [
    {
      pattern: 'exec.Command("sh", "-c", $X)',
      fits: [`exec.Command("sh", "-c", cmd)`],
      others: [`exec.Command("ls", "-c", cmd)`, `exec.Command("sh", "-c", cmd, more)`],
    },
    { pattern: "exec.Command(..., args...)", fits: ["exec.Command(a, args...)"], others: [] },
    {
      pattern: "tls.Config{..., InsecureSkipVerify: true, ...}",
      fits: [
        "_ = tls.Config{InsecureSkipVerify: true}",
        "_ = &tls.Config{MinVersion: v, InsecureSkipVerify: true}",
      ],
      others: ["_ = tls.Config{InsecureSkipVerify: false}", "_ = tls.Config{}"],
    },
    { pattern: "$X, err := $F(...)", fits: ["a, err := open(b)"], others: ["a := open(b)"] },
    { pattern: "if err != nil { ... }", fits: ["if err != nil { return }"], others: ["if a { }"] },
  ],
  (code) => `package p\n\nfunc f() {\n${code}\n}\n`,
);

Deno.test("patterns of go reach declarations", async () => {
  const code = "package p\n\nfunc Handle(w W, r *R) {\n\tserve()\n}\n";
  assert.equal((await found("go", "func $F(...) { ... }", code)).length, 1);
  assert.equal((await found("go", "func $F($A) { ... }", code)).length, 0);
});

Deno.test("readPattern() says why a text is none", async () => {
  const said = async (pattern: string, language: Language = "python") => {
    const read = await readPattern(pattern, language);
    return typeof read === "string" ? read : "fits";
  };
  assert.match(await said("f("), /^Expected one expression or statement of python/);
  assert.match(await said("f()\ng()"), /^Expected one expression or statement of python/);
  assert.match(await said("f(); g()", "javascript"), /^Expected one expression or statement/);
  assert.equal(await said("$X"), "Expected more than a hole alone");
  assert.equal(await said("..."), "Expected more than a hole alone");
  assert.equal(
    await said("f(" + "(".repeat(100) + "a" + ")".repeat(100) + ")"),
    "The pattern nests too deeply",
  );
  assert.equal(await said("f(" + "a, ".repeat(500) + "b)"), "The pattern is too large");
  assert.match(await said("f(" + "a".repeat(5000) + ")"), /^Expected at most 2000 characters/);
});

Deno.test("readPattern() knows the longest name and every hole", async () => {
  const read = await readPattern(
    'requests.get($URL, verify=False, note="$TEXT", **$MORE)',
    "python",
  );
  assert.ok(typeof read !== "string");
  assert.equal(read.keyword, "requests");
  assert.deepEqual([...read.holes], ["URL", "MORE"]);
});
