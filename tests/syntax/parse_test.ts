import assert from "node:assert/strict";
import { LANGUAGES } from "../../src/core/mod.ts";
import { parse, SyntaxTree } from "../../src/syntax/mod.ts";

const SAMPLES = {
  python: "def f(a):\n    return a\n",
  javascript: "const f = (a) => a;\n",
  typescript: "const f = (a: string): string => a;\n",
  tsx: "const f = (a: string) => <b>{a}</b>;\n",
  go: "package main\n\nfunc f(a string) string { return a }\n",
} as const;

for (const language of LANGUAGES) {
  Deno.test(`parse() reads ${language} without an error`, async () => {
    const tree = await parse({ language, text: SAMPLES[language] });
    assert.equal(tree.errors, 0);
    assert.equal(tree.cutAt, undefined);
    assert.ok(tree.size > 5);
  });
}

Deno.test("a tree's parents, children and subtree ends agree", async () => {
  const tree = await parse({ language: "typescript", text: SAMPLES.typescript.repeat(20) });
  for (let node = 0; node < tree.size; node++) {
    for (const child of tree.children(node)) {
      assert.equal(tree.parent(child), node);
      assert.ok(tree.next(child) <= tree.next(node));
    }
  }
  assert.equal(tree.next(0), tree.size);
});

Deno.test("parse() keeps a tree for a file with syntax errors and counts them", async () => {
  const tree = await parse({ language: "python", text: "def f(:\n    os.system(x)\n" });
  assert.ok(tree.errors > 0);
  assert.ok([...tree.nodesOf(new Set(["call"]))].length === 1);
});

Deno.test("parse() counts offsets in UTF-16 units", async () => {
  const text = "x = '😀'; y = call(x)\n";
  const tree = await parse({ language: "javascript", text });
  const [call] = tree.nodesOf(new Set(["call_expression"]));
  assert.equal(tree.textOf(call!), "call(x)");
});

Deno.test("parse() cuts at the bound on steps, and says where", async () => {
  const text = "a<".repeat(40_000);
  const cut = await parse({ language: "javascript", text }, { spareSteps: 200 });
  assert.ok(cut.cutAt! > 0 && cut.cutAt! < text.length);
  const again = await parse({ language: "javascript", text }, { spareSteps: 200 });
  assert.equal(again.cutAt, cut.cutAt);
  const whole = await parse({ language: "javascript", text });
  assert.equal(whole.cutAt, undefined);
});

Deno.test("parse() stays within its memory, cuts at one place whatever came before, and goes on", async () => {
  // Go keeps half a dozen readings of each call open: a kilobyte and more for every unit.
  const text = "f(".repeat(190_000);
  const cut = await parse({ language: "go", text });
  assert.ok(cut.cutAt! > 10_000 && cut.cutAt! < text.length);
  for (const language of LANGUAGES) {
    const tree = await parse({ language, text: SAMPLES[language] });
    assert.equal(tree.errors, 0);
  }
  const [again, other] = await Promise.all([
    parse({ language: "go", text }),
    parse({ language: "python", text: SAMPLES.python }),
  ]);
  assert.equal(again.cutAt, cut.cutAt);
  assert.equal(other.errors, 0);
});

Deno.test("parse() spends little on text that is one error after the other", async () => {
  const text = "class (] => {) if ;} = [ import ".repeat(30_000);
  const tree = await parse({ language: "typescript", text });
  assert.ok(tree.cutAt! < text.length / 2);
});

Deno.test("a tree is made again out of its parts, as another thread gets them", async () => {
  const tree = await parse({ language: "go", text: SAMPLES.go });
  const { language, text, arrays, errors, cutAt } = tree;
  const copy = structuredClone({ source: { language, text }, arrays, state: { errors, cutAt } });
  const again = new SyntaxTree(copy.source, copy.arrays, copy.state);
  const shown = (of: SyntaxTree): unknown[] =>
    Array.from(
      { length: of.size },
      (_, node) => [of.kind(node), of.fieldOf(node), of.textOf(node)],
    );
  assert.deepEqual(shown(again), shown(tree));
});

Deno.test("parse() cuts at the bound on length", async () => {
  const tree = await parse({ language: "go", text: "package a\n".repeat(50) }, { maxLength: 100 });
  assert.equal(tree.cutAt, 100);
});

Deno.test("100,000 levels of nesting neither overflow nor hang", async () => {
  for (const [language, open] of [["typescript", "["], ["python", "("], ["go", "{"]] as const) {
    const tree = await parse({ language, text: open.repeat(100_000) });
    assert.ok(tree.size >= 1);
  }
  const chain = await parse({ language: "javascript", text: `a${".b()".repeat(100_000)}` });
  assert.equal([...chain.nodesOf(new Set(["call_expression"]))].length, 100_000);
});

Deno.test("parse() neither hangs on long runs of operators nor loses what stands behind them", async () => {
  const cases = [
    ["javascript", `${"-".repeat(100_000)}1;\nfirst();`],
    ["javascript", `${"+".repeat(100_000)}1;\nfirst();`],
    ["typescript", `// ${"-".repeat(100_000)}\nfirst();`],
    ["javascript", `/* ${"~".repeat(100_000)} */ first();`],
    ["python", `${"\\\n".repeat(100_000)}\nfirst()`],
    ["python", `${"\\\r\n".repeat(100_000)}\r\nfirst()`],
    ["python", `if x:\n  y\n${"  # c\n".repeat(100_000)}first()`],
    ["python", `if x:\n  y\n${"  # c\r\n\r\n".repeat(50_000)}first()`],
    ["go", `package a\nfunc f() { ${"!".repeat(100_000)}x; first() }`],
  ] as const;
  for (const [language, text] of cases) {
    const tree = await parse({ language, text });
    assert.deepEqual([tree.cutAt, tree.text], [undefined, text]);
    const calls = [...tree.nodesOf(new Set(["call", "call_expression"]))];
    assert.deepEqual(calls.map((call) => tree.textOf(call)), ["first()"], text.slice(0, 12));
  }
});

Deno.test("a string of operators keeps its text", async () => {
  const text = `f("${"-".repeat(5_000)}")`;
  const tree = await parse({ language: "javascript", text });
  const [literal] = tree.nodesOf(new Set(["string"]));
  assert.equal(tree.textOf(literal!), text.slice(2, -1));
});
