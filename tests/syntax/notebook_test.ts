import assert from "node:assert/strict";
import { toFile } from "../../src/core/mod.ts";
import { notebookCode } from "../../src/syntax/mod.ts";

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      { cell_type: "markdown", source: ["# os.system(x)"] },
      { cell_type: "code", source: ["import os\n", '!ls "a"\n', 'os.system("a" + x)'] },
      { cell_type: "code", source: "y = 'é\\t'" },
    ],
    metadata: { kernelspec: { language: "python" } },
    nbformat: 4,
  },
  null,
  1,
);

Deno.test("notebookCode() joins code cells and comments magics out", () => {
  assert.equal(
    notebookCode(NOTEBOOK).found!.code.text,
    `import os\n#ls "a"\nos.system("a" + x)\ny = 'é\\t'\n`,
  );
});

Deno.test("notebookCode() knows the true place of its text", () => {
  const { code } = notebookCode(NOTEBOOK).found!;
  const start = code.text.indexOf("os.system");
  const span = toFile(code, { start, end: code.text.indexOf("x)") + 2 });
  assert.equal(NOTEBOOK.slice(span.start, span.end), String.raw`os.system(\"a\" + x)`);
});

Deno.test("notebookCode() takes the kernel's language, and leaves others alone", () => {
  assert.equal(
    notebookCode(NOTEBOOK.replace('"python"', '"typescript"')).found!.language,
    "typescript",
  );
  assert.deepEqual(notebookCode(NOTEBOOK.replace('"python"', '"julia"')), {});
});

Deno.test("notebookCode() says what is wrong with what it cannot read", () => {
  assert.match(notebookCode("[1, 2]").malformed!, /no cells/);
  assert.match(notebookCode("not json").malformed!, /Invalid JSON at 1:1/);
  assert.match(notebookCode(`{"cells": ${"[".repeat(100_000)}`).malformed!, /deeper than 200/);
  assert.match(
    notebookCode(`// "\n{"cells": ${"[".repeat(300_000)}`).malformed!,
    /deeper than 200/,
  );
});

Deno.test("notebookCode() takes Python where the kernel is, whatever language is written beside it", () => {
  const of = (metadata: unknown): unknown =>
    notebookCode(JSON.stringify({ cells: [], metadata })).found?.language;
  assert.equal(of({ kernelspec: { language: "r", name: "python3" } }), "python");
  assert.equal(of({ kernelspec: { language: "R", name: "ir" } }), undefined);
  assert.equal(of({ kernelspec: { name: "deno", language: "typescript" } }), "typescript");
  assert.equal(of({ language_info: { name: "constructor" } }), undefined);
  assert.equal(of({}), "python");
});

Deno.test("notebookCode() takes the last of equal keys", () => {
  const cell = JSON.stringify({ cell_type: "code", source: "f()" });
  assert.equal(notebookCode(`{"cells": [], "cells": [${cell}]}`).found!.code.text, "f()\n");
});

Deno.test("notebookCode() keeps few runs for equal escapes, and no more text than is parsed", () => {
  const notebook = (source: string): string =>
    `{"cells": [{"cell_type": "code", "source": "${source}"}]}`;
  const short = notebookCode(notebook("\\n".repeat(10_000))).found!.code;
  assert.equal(short.text.length, 10_001);
  assert.ok(short.runs.length < 5);
  const long = notebookCode(notebook("a\\n".repeat(2_000_000))).found!.code;
  assert.ok(long.text.length > 3 * 1024 * 1024 && long.text.length < 3.1 * 1024 * 1024);
});
