import assert from "node:assert/strict";
import type { Language } from "../../src/core/mod.ts";
import { hidesNames } from "../../src/syntax/mod.ts";

const CASES: readonly (readonly [Language, string, boolean])[] = [
  ["javascript", `const cp = require("child_" + "process");`, true],
  ["javascript", `require(name)`, true],
  ["javascript", "await import( `child_${x}` )", true],
  ["javascript", `import { exec } from "child\\x5fprocess";`, true],
  ["javascript", `import "child\\u005fprocess"`, true],
  ["javascript", `require("child\\x5fprocess")`, true],
  ["javascript", `const cp = require("node:child_process"), a = require( './a.js' );`, false],
  ["javascript", "await import(`./a.js`, { with: {} })", false],
  ["typescript", `import fs from "node:fs"; import x = require("x"); required(y)`, false],
  ["tsx", `import(variable)`, true],
  ["python", `m = __import__("o" + "s")`, true],
  ["python", `m = __import__("os", fromlist=["x"])`, false],
  ["python", `importlib.import_module(name)`, true],
  ["python", `importlib.import_module("os.path")`, false],
  ["python", "import os\nfrom os import path", false],
  ["go", 'package a\nimport "os\\x2fexec"', true],
  ["go", 'package a\nimport (\n\te "os\\u002fexec"\n)', true],
  ["go", 'package a\nimport (\n\te "os/exec"\n)\nvar s = f("\\x00")', false],
];

for (const [language, text, expected] of CASES) {
  Deno.test(`hidesNames() in ${language}: ${text.replaceAll("\n", "⏎")}`, () => {
    assert.equal(hidesNames(text, language), expected);
  });
}
