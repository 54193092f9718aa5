// What is read out of the parser's memory is what the library's own cursor shows.

import assert from "node:assert/strict";
import { join } from "node:path";
import type { Tree, TreeCursor } from "web-tree-sitter";
import { type Language, LANGUAGES } from "../../src/core/mod.ts";
import { parserFor } from "../../src/syntax/grammar.ts";

const ENDINGS: Readonly<Record<string, Language>> = {
  ".go": "go",
  ".js": "javascript",
  ".py": "python",
  ".ts": "typescript",
};
/** Files of the repository that are compared, of each language. */
const MOST = 60;

/** Nested, empty, broken and beside ASCII; each is read in every language. */
const ODD = [
  "",
  "\n\n",
  "x",
  "😀 = '😀'; call(😀)\n",
  "def f(:\n    os.system(x)\n",
  "const f = (a: string) => <b c={d}>{a}</b>;\n",
  "func (s *T) f(a, b int) (x string, err error) { return s.g(a)[1:2], nil }\n",
  "class A extends B { static #x = 1; get y() { return this?.#x ?? super.y } }\n",
  "a = [b for c in d if e] + f(*g, **h, i=j) if k else lambda l: m\n",
  "if (a { b(",
  "/* comment */ // other\n# third\n'unclosed",
  "(".repeat(2000) + ")".repeat(1000),
  "a.b(c)".repeat(500),
];

interface Shown {
  readonly nodes: readonly (readonly number[])[];
  readonly errors: number;
}

const ERROR = 0xffff;

function byCursor(tree: Tree): Shown {
  const nodes: number[][] = [];
  let errors = 0;
  const open: number[] = [];
  const cursor = tree.walk();
  const enter = (
    { nodeTypeId, nodeIsMissing, currentFieldId, nodeIsNamed, startIndex, endIndex }: TreeCursor,
  ): void => {
    if (nodeTypeId === ERROR || nodeIsMissing) errors++;
    const isKept = currentFieldId !== 0 || nodeIsNamed;
    const parent = open.findLast((node) => node >= 0) ?? -1;
    open.push(isKept ? nodes.length : -1);
    if (isKept) nodes.push([nodeTypeId, currentFieldId, startIndex, endIndex, parent, 0]);
  };
  const leave = (): void => {
    const node = open.pop()!;
    if (node >= 0) nodes[node]![5] = nodes.length;
  };
  enter(cursor);
  while (open.length > 0) {
    if (cursor.gotoFirstChild()) {
      enter(cursor);
      continue;
    }
    leave();
    while (open.length > 0 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      leave();
    }
    if (open.length > 0) enter(cursor);
  }
  cursor.delete();
  return { nodes, errors };
}

async function assertSame(source: { language: Language; text: string }, name: string) {
  const { parser, engine } = await parserFor(source.language);
  const tree = parser.parse(source.text)!;
  const expected = byCursor(tree);
  const { arrays: { size, kinds, fields, starts, ends, parents, nexts }, errors } = engine.flatten(
    tree,
  );
  tree.delete();
  const nodes = Array.from(
    { length: size },
    (_, i) => [kinds, fields, starts, ends, parents, nexts].map((each) => each[i]!),
  );
  assert.deepEqual({ nodes, errors }, expected, `${name} as ${source.language}`);
}

for (const language of LANGUAGES) {
  Deno.test(`flatten() reads odd texts of ${language} as the cursor does`, async () => {
    for (const text of ODD) await assertSame({ language, text }, JSON.stringify(text.slice(0, 40)));
  });
}

Deno.test("flatten() reads real files as the cursor does", async () => {
  const compared: Record<string, number> = {};
  const folders = ["testdata", "src"];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (isDirectory && name !== "grammars") folders.push(join(folder, name));
      const language = ENDINGS[/\.\w+$/.exec(name)?.[0] ?? ""];
      if (!language || (compared[language] ?? 0) >= MOST) continue;
      compared[language] = (compared[language] ?? 0) + 1;
      await assertSame({ language, text: await Deno.readTextFile(join(folder, name)) }, name);
    }
  }
  for (const language of Object.values(ENDINGS)) assert.ok(compared[language]! > 5, language);
});
