import assert from "node:assert/strict";
import { isLanguage } from "../../src/core/mod.ts";
import { groupsOf, mentionsOf } from "../../src/flow/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";

/** The paths of each group, joined by blanks. */
function grouped(texts: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(texts).map(([path, text]) => {
    const language = kindOf(path.split("/").at(-1)!);
    if (language === undefined || !isLanguage(language)) throw new Error(`No code: ${path}`);
    return { path, mentions: mentionsOf({ language, text }) };
  });
  return groupsOf(files).map((group) => group.map((at) => files[at]!.path).join(" "));
}

Deno.test("groupsOf() joins scripts by every form of import, and leaves the others alone", () => {
  const texts = {
    "a.ts": 'import { b } from "./b.js";',
    "b.ts": "",
    "c.js": 'const d = require("./lib/d")',
    "lib/d.js": "module.exports = require ( `../e` )",
    "e.js": "",
    "f.ts": 'export*from"./g"',
    "g/index.ts": 'const h = await import(/* lazy */ "../h.ts")',
    "h.ts": "",
    "i.ts": 'import fs from "fs"; const b = "b"',
  };
  assert.deepEqual(grouped(texts), [
    "a.ts b.ts",
    "c.js lib/d.js e.js",
    "f.ts g/index.ts h.ts",
    "i.ts",
  ]);
});

Deno.test("groupsOf() joins Python modules, packages and what is taken from them", () => {
  const texts = {
    "app/__init__.py": "",
    "app/main.py": "from . import tools, other as o",
    "app/tools.py": "from important import x",
    "important.py": "",
    "app/other.py": "from .deep.inner import (\n    x,\n    y as z,\n)",
    "app/deep/inner.py": "",
    "run.py": "def f():\n    import sys, lib.part as p",
    "lib/__init__.py": "",
    "lib/part.py": "",
    "dynamic.py": 'm = importlib.import_module("plain")',
    "plain.py": "import time",
    "lone.py": "# import the plain truth from nowhere",
  };
  assert.deepEqual(grouped(texts), [
    "app/__init__.py app/main.py app/tools.py important.py app/other.py app/deep/inner.py",
    "run.py lib/__init__.py lib/part.py",
    "dynamic.py plain.py lone.py",
  ]);
});

Deno.test("groupsOf() joins the files of a Go package, and languages never", () => {
  const texts = {
    "cmd/main.go": 'package main\nimport "fmt"',
    "cmd/tools.go": "package main",
    "pkg/a.go": "package pkg",
    "cmd/main.py": "import tools",
    "cmd/tools.ts": "",
  };
  assert.deepEqual(grouped(texts), [
    "cmd/main.go cmd/tools.go",
    "pkg/a.go",
    "cmd/main.py",
    "cmd/tools.ts",
  ]);
});

Deno.test("groupsOf() joins a file that loads what only a run can tell with all beside and below it", () => {
  const texts = {
    "src/load.js": "require(name)",
    "src/plugins/a.js": "",
    "other/b.js": "",
    "py/load.py": "__import__(name)",
    "py/x/c.py": "",
    "d.py": "",
  };
  assert.deepEqual(grouped(texts), [
    "src/load.js src/plugins/a.js",
    "other/b.js",
    "py/load.py py/x/c.py",
    "d.py",
  ]);
});
