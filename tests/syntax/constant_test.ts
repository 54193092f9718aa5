import assert from "node:assert/strict";
import { type Language, toFile } from "../../src/core/mod.ts";
import { constantText, type NodeId, type SyntaxTree, textPieces } from "../../src/syntax/mod.ts";
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
  ["python", `f("\\N{BULLET}")`, "\\N{BULLET}"],
  ["python", `f("a\\\r\nb\\x4")`, "ab\\x4"],
  ["python", `c = ["ls", ["ps"]]\nfor d in c:\n    f(d)`, undefined],
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
  ["javascript", String.raw`f("\u{0000000041}\U00000041\x41\101\400\0")`, "AU00000041AA 0\0"],
  ["javascript", String.raw`f("\ud83d\ude00\ud83d")`, "😀\ud83d"],
  ["javascript", "f('a\\\u2028b')", "ab"],
  ["javascript", "f(`a\r\nb`)", "a\r\nb"],
  ["typescript", "const x = 'a' as const; f(x)", "a"],
  ["typescript", "for (const c of ['ls'] as any as string[]) f(c)", "ls"],
  ["go", String.raw`package a; func g() { f("\u0041\U00000042\x43\104\e") }`, "ABCDe"],
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

/** The argument of each call of `f`, in order. */
function argumentsOfF(tree: SyntaxTree): NodeId[] {
  return [...tree.nodesOf(new Set(["call", "call_expression"]))]
    .filter((call) => tree.textOf(call).startsWith("f("))
    .map((call) => tree.firstChild(tree.child(call, "arguments")!)!);
}

Deno.test("textPieces() answers the same whatever was asked before", async () => {
  const names = Array.from({ length: 20 }, (_, i) => `n${i} = n${i + 1} + n${(i * 7) % 20}`);
  const calls = names.map((_, i) => `f(n${i})`).join("\n");
  const shown = async (reversed: boolean): Promise<string[]> => {
    const tree = await parsed("python", `${names.join("\n")}\nn20 = "a"\n${calls}`);
    const nodes = argumentsOfF(tree);
    const answers = (reversed ? nodes.reverse() : nodes).map((node) =>
      textPieces(tree, node)
        .map((piece) => piece.kind === "text" ? piece.value.text : `<${piece.node}>`).join("")
    );
    return reversed ? answers.reverse() : answers;
  };
  assert.deepEqual(await shown(true), await shown(false));
});

Deno.test("textPieces() gives few pieces for constants that double each other", async () => {
  const doubling = Array.from({ length: 40 }, (_, i) => `x${i + 1} = x${i} + x${i}`).join("\n");
  const tree = await parsed("python", `x0 = "a"\n${doubling}\n${"f(x40)\n".repeat(200)}`);
  for (const node of argumentsOfF(tree)) assert.ok(textPieces(tree, node).length < 150);
});

Deno.test("a constant that is used thousands of times is decoded once", async () => {
  const tree = await parsed("python", `S = "${"a\\n".repeat(50_000)}"\n${"f(S)\n".repeat(2_000)}`);
  const [first, ...others] = argumentsOfF(tree).map((node) => textPieces(tree, node));
  assert.equal(first!.length, 1);
  assert.ok(others.every((pieces) => pieces[0] === first![0]));
});

Deno.test("a constant joined out of long ones is not put together", async () => {
  const tree = await parsed("python", `S = "${"a".repeat(50_000)}"\nf(S)\nf(S + S)`);
  const [one, two] = argumentsOfF(tree);
  assert.equal(constantText(tree, one!)?.text.length, 50_000);
  assert.equal(constantText(tree, two!), undefined);
});

Deno.test("lists of lists, of one element or of very many, neither overflow nor multiply", async () => {
  const names = Array.from({ length: 8 }, (_, i) => `n${i} = n${i + 1}\n`.repeat(8)).join("");
  const sources: readonly (readonly [Language, string])[] = [
    ["python", `${names}n8 = []\nfor c in n0:\n    f(c)`],
    ["python", `${names}n8 = ["a", "b"]\nfor c in n0:\n    f(c)`],
    ["typescript", `for (const c of [1]${" as any".repeat(30_000)}) f(c)`],
    ["python", `A = [${'"a",'.repeat(30_000)}]\nfor c in A:\n${"    f(c)\n".repeat(500)}`],
    [
      "javascript",
      `const l = ${"w ? ".repeat(3_000)}["a"]${" : []".repeat(3_000)}; for (const c of l) f(c)`,
    ],
    ["javascript", `f(${"(".repeat(3_000)}"a"${")".repeat(3_000)})`],
    ["javascript", `f("a"${"+('b'".repeat(3_000)}${")".repeat(3_000)})`],
  ];
  for (const [language, source] of sources) {
    const tree = await parsed(language, source);
    for (const node of argumentsOfF(tree)) assert.ok(textPieces(tree, node).length < 150);
  }
});
