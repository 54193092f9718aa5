import assert from "node:assert/strict";
import { type Language, toFile } from "../../src/core/mod.ts";
import { constantText, textPieces } from "../../src/syntax/mod.ts";
import { nodeOf, parsed } from "../support/tree.ts";

/** [language, source with a call `f(…)`, the text of its argument]. */
const CASES: readonly (readonly [Language, string, string | undefined])[] = [
  ["python", `f("a" + 'b')`, "ab"],
  ["python", `f("a" "b"\n  "c")`, "abc"],
  ["python", `X = "b"\nf(f"a{X}c")`, "abc"],
  ["python", `f(r"a\\nb")`, "a\\nb"],
  ["python", `f("""x\\ty""")`, "x\ty"],
  ["python", `f("\\u00e9\\x41\\101")`, "éAA"],
  ["python", `f("\\q")`, "\\q"],
  ["python", `f("a" if w else "b")`, "a"],
  ["python", `for c in ["ls", "ps"]:\n    f(c)`, "ls"],
  ["python", `def g(p):\n    f("a" + p)`, undefined],
  ["python", `c = "a"\nc += x\nf(c)`, undefined],
  ["javascript", "f(`a${1}b`)", "a1b"],
  ["javascript", "const x = 'a'; f(x + 'b')", "ab"],
  ["javascript", "let x; if (w) x = 'a'; else x = 'b'; f(x)", "a"],
  ["javascript", "let x; if (w) x = 'a'; else x = y; f(x)", undefined],
  ["javascript", "f(w ? 'a' : y)", undefined],
  ["javascript", "const l = w ? ['a'] : ['b']; for (const c of l) f(c)", "a"],
  ["javascript", "for (const c in l) f(c)", undefined],
  ["javascript", `f("\\u{1F600}\\u0041\\\n\\'")`, "😀A'"],
  ["typescript", "const x = 'a' as const; f(x)", "a"],
  ["go", 'package a\nconst x = "a"\nfunc g() { f(x + `b\\n`) }', "ab\\n"],
];

for (const [language, source, expected] of CASES) {
  Deno.test(`constantText() in ${language}: ${source.replaceAll("\n", "⏎")}`, async () => {
    const tree = await parsed(language, source);
    const kind = language === "python" ? "call" : "call_expression";
    const list = tree.child(nodeOf(tree, kind, "f("), "arguments")!;
    assert.equal(constantText(tree, tree.firstChild(list)!)?.text, expected);
  });
}

Deno.test("constantText() knows where each unit of an escaped text stands", async () => {
  const source = `f("a\\tb" "c")`;
  const tree = await parsed("python", source);
  const list = tree.child(nodeOf(tree, "call"), "arguments")!;
  const value = constantText(tree, tree.firstChild(list)!)!;
  assert.equal(value.text, "a\tbc");
  const tab = toFile(value, { start: 1, end: 2 });
  assert.equal(source.slice(tab.start, tab.end), "\\t");
  const c = toFile(value, { start: 3, end: 4 });
  assert.equal(source.slice(c.start, c.end), "c");
});

Deno.test("textPieces() of an interpolation keeps text and unknown parts in order", async () => {
  const tree = await parsed("python", `def g(p):\n    f(f"a {p} b {len(p)}")`);
  const list = tree.child(nodeOf(tree, "call", "f(f"), "arguments")!;
  const pieces = textPieces(tree, tree.firstChild(list)!)
    .map((piece) => piece.kind === "text" ? piece.value.text : `<${tree.textOf(piece.node)}>`);
  assert.deepEqual(pieces, ["a ", "<p>", " b ", "<len(p)>"]);
});

Deno.test("textPieces() ends on constants that double each other, and on ones that name themselves", async () => {
  const doubling = Array.from({ length: 40 }, (_, i) => `x${i + 1} = x${i} + x${i}`).join("\n");
  const tree = await parsed("python", `x0 = "a"\n${doubling}\ny = y + "a"\nf(x40)\nf(y)`);
  for (const name of ["x40", "y"]) {
    const list = tree.child(nodeOf(tree, "call", name), "arguments")!;
    assert.equal(constantText(tree, tree.firstChild(list)!), undefined);
  }
});
