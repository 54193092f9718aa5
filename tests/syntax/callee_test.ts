import assert from "node:assert/strict";
import type { Language } from "../../src/core/mod.ts";
import { fullName } from "../../src/syntax/mod.ts";
import { nodeOf, parsed } from "../support/tree.ts";

/** [source whose last call is asked about, the callee's full name]. */
const CASES: Readonly<
  Partial<Record<Language, readonly (readonly [string, string | undefined])[]>>
> = {
  python: [
    ["import os\nos.system(x)", "os.system"],
    ["import os as o\no.system(x)", "os.system"],
    ["import os.path\nos.path.join(x)", "os.path.join"],
    ["from os import system\nsystem(x)", "os.system"],
    ["from subprocess import run as r\nr(x)", "subprocess.run"],
    ["import subprocess\nrun = subprocess.run\nrun(x)", "subprocess.run"],
    ["def f():\n    import os\n    os.system(x)", "os.system"],
    ["eval(x)", "eval"],
    ["def eval(x): pass\neval(x)", undefined],
    ["def f(os):\n    os.system(x)", undefined],
    ["import os\nos = fake()\nos.system(x)", undefined],
    ["import importlib\nm = importlib.import_module('os')\nm.system(x)", "os.system"],
    ["import builtins\nbuiltins.eval(x)", "eval"],
    ["from builtins import exec as e\ne(x)", "exec"],
    ["__builtins__['eval'](x)", "eval"],
    ["import os\ngetattr(os, 'sys' + 'tem')(x)", "os.system"],
    ["import os\ngetattr(os, name)(x)", undefined],
    ["from os import *\nsystem(x)", "os.system"],
    ["from os import *\nopen(x)", "open"],
    ["from os import *\ndef system(y): pass\nsystem(x)", undefined],
    ["from os import *\nfrom subprocess import *\nrun(x)", "run"],
  ],
  javascript: [
    ["const cp = require('child_process'); cp.exec(x)", "child_process.exec"],
    ["require('node:child_process').exec(x)", "child_process.exec"],
    ["const { exec } = require('child_process'); exec(x)", "child_process.exec"],
    ["const { exec: run } = require('child_process'); run(x)", "child_process.exec"],
    ["const cp = require('child_process'); const { exec } = cp; exec(x)", "child_process.exec"],
    ["const cp = require('child_process'); cp['exec'](x)", "child_process.exec"],
    [
      "async () => { const { exec } = await import('child_process'); exec(x) }",
      "child_process.exec",
    ],
    ["(0, eval)(x)", "eval"],
    ["globalThis.eval(x)", "eval"],
    ["window['ev' + 'al'](x)", "eval"],
    ["(window => window.eval(x))", undefined],
    ["globalThis.require('child_process').exec(x)", "child_process.exec"],
    ["module.require('child_process').exec(x)", "child_process.exec"],
    ["const cp = exports.cp = require('child_process'); cp.exec(x)", "child_process.exec"],
    ["(function (exec) { exec(x) })", undefined],
    ["exec => exec(x)", undefined],
  ],
  typescript: [
    ["import cp from 'child_process'; cp.exec(x)", "child_process.exec"],
    ["import * as cp from 'node:child_process'; cp.exec(x)", "child_process.exec"],
    ["import { exec as e } from 'child_process'; e(x)", "child_process.exec"],
    [
      "import { exec } from 'child_process'; import { promisify } from 'util';" +
      "const run = promisify(exec); run(x)",
      "child_process.exec",
    ],
    ["import cp from 'child_process'; (cp as any).exec(x)", "child_process.exec"],
    ["import cp from 'child_process'; cp!.exec(x)", "child_process.exec"],
    ["import cp = require('child_process'); cp.exec(x)", "child_process.exec"],
  ],
  go: [
    ['package a\nimport "os/exec"\nfunc f() { exec.Command(x) }', "os/exec.Command"],
    ['package a\nimport e "os/exec"\nfunc f() { e.Command(x) }', "os/exec.Command"],
    ['package a\nimport . "os/exec"\nfunc f() { Command(x) }', "os/exec.Command"],
    ['package a\nimport . "os/exec"\nfunc f() { println(x) }', "println"],
    ['package a\nimport "x.org/mcp/v2"\nfunc f() { mcp.NewTool(x) }', "x.org/mcp/v2.NewTool"],
  ],
};

for (const [language, cases] of Object.entries(CASES)) {
  for (const [source, expected] of cases) {
    Deno.test(`fullName() in ${language}: ${source.replaceAll("\n", "⏎")}`, async () => {
      const tree = await parsed(language as Language, source);
      const call = nodeOf(tree, language === "python" ? "call" : "call_expression", "(x)");
      assert.equal(fullName(tree, tree.child(call, "function")!), expected);
    });
  }
}

Deno.test("fullName() gives up on names that lead to each other", async () => {
  const tree = await parsed("javascript", "let a = b; let b = a; a(x)");
  const call = nodeOf(tree, "call_expression");
  assert.equal(fullName(tree, tree.child(call, "function")!), undefined);
});

Deno.test("a name that is declared outside and assigned inside a function is followed", async () => {
  const source = `var cp, init = lazy(() => { cp = require("child_process"); }); cp.exec(x)`;
  const tree = await parsed("javascript", source);
  const call = nodeOf(tree, "call_expression", "cp.exec");
  assert.equal(fullName(tree, tree.child(call, "function")!), "child_process.exec");
});

Deno.test("fullName() answers the same whatever was asked before", async () => {
  const names = Array.from({ length: 30 }, (_, i) => `const a${i + 1} = a${i};`).join("\n");
  const text = `const a0 = require("child_process").exec;\n${names}\n` +
    Array.from({ length: 31 }, (_, i) => `a${i}(x);`).join("\n");
  const callees = async (reversed: boolean): Promise<(string | undefined)[]> => {
    const tree = await parsed("javascript", text);
    const nodes = [...tree.nodesOf(new Set(["call_expression"]))];
    if (reversed) nodes.reverse();
    const answers = nodes.map((node) => fullName(tree, tree.child(node, "function")!));
    return reversed ? answers.reverse() : answers;
  };
  const answers = await callees(false);
  assert.deepEqual(await callees(true), answers);
  assert.ok(answers.filter((answer) => answer === "child_process.exec").length > 5);
});

Deno.test("fullName() puts no long names together", async () => {
  const tree = await parsed("javascript", `const m = require("${"m".repeat(500)}"); m.exec(x)`);
  assert.equal(
    fullName(tree, tree.child(nodeOf(tree, "call_expression", "(x)"), "function")!),
    undefined,
  );
});
