import assert from "node:assert/strict";
import type { Excerpt } from "../../src/core/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { bareText } from "../../src/scan/bare.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { MAX_EXCERPT_LINES } from "../../src/scan/excerpt.ts";
import { excerpts, ruleSet } from "../../src/scan/mod.ts";
import { sourceFile } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";
import { parsed } from "../support/tree.ts";

const RULES = ruleSet(ALL_RULES);

/** The excerpt around the first place of `mark` in a text. */
async function around(path: string, text: string, mark: string): Promise<Excerpt> {
  const at = text.indexOf(mark);
  assert.ok(at >= 0);
  const lines = text.slice(0, at).split("\n");
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  const location = { file: path, line, column, endLine: line, endColumn: column + mark.length };
  const read = (asked: string) =>
    Promise.resolve(asked === path ? sourceFile(path, text) : undefined);
  return (await excerpts({ rules: RULES, read })({ location, steps: [] }))!;
}

function textOf({ parts }: Pick<Excerpt, "parts">): string {
  return parts.flatMap(({ role, lines }) => [`[${role}]`, ...lines.map(({ text }) => text)])
    .join("\n");
}

Deno.test("an excerpt holds the function, what it uses and who calls it", async () => {
  const text = `import os
import shlex
import json

PREFIX = "ls "
OTHER = "rm "

class Tools:
    """Tools."""

    def unused(self):
        return json.dumps({})

    @tool
    def run(self, path):
        """Lists."""
        return os.system(PREFIX + shlex.quote(path))

def main(tools):
    print("a")
    tools.run("/")
`;
  const excerpt = await around("server.py", text, "os.system");
  assert.equal(
    textOf(excerpt),
    `[code]
    @tool
    def run(self, path):
        """Lists."""
        return os.system(PREFIX + shlex.quote(path))
[constants]
import os
import shlex
PREFIX = "ls "
[callers]
def main(tools):
    tools.run("/")`,
  );
});

Deno.test("an excerpt of a tool that is registered is its registration", async () => {
  const text = `import { exec } from "node:child_process";

const server = new McpServer({ name: "x" });

server.tool("list", { path: z.string() }, async ({ path }) => {
  exec("ls " + path);
  return { content: [] };
});

server.tool("other", {}, async () => ({ content: [] }));
`;
  const excerpt = await around("server.ts", text, "exec(");
  assert.deepEqual(excerpt.parts.map(({ role, lines }) => [role, lines.map(({ line }) => line)]), [
    ["code", [5, 6, 7, 8]],
    ["constants", [1, 3]],
  ]);
});

Deno.test("an excerpt of a long function is its head and what is near", async () => {
  const body = Array.from({ length: 200 }, (_, i) => `    step(${i})`);
  body[150] = "    os.system(command)";
  const text = `import os\n\ndef run(\n    command,\n):\n${body.join("\n")}\n`;
  const { parts } = await around("server.py", text, "os.system");
  const code = parts.find(({ role }) => role === "code")!.lines.map(({ line }) => line);
  assert.deepEqual(code.slice(0, 4), [3, 4, 5, 6]);
  assert.ok(code.includes(156));
  assert.ok(code.includes(145) && code.includes(165));
  const all = parts.flatMap(({ lines }) => lines);
  assert.ok(all.length <= MAX_EXCERPT_LINES, `${all.length} lines`);
});

Deno.test("no excerpt is longer than 50 lines, wherever it is", async () => {
  const texts: [string, string, string][] = [
    ["a.py", `x = [\n${"    1,\n".repeat(3000)}    os,\n]\n`, "os,"],
    ["a.ts", `const x = {\n${"  a: { b: 1 },\n".repeat(3000)}  c: run(),\n};\n`, "run()"],
    ["a.go", `package a\n\nvar x = \`${"line\n".repeat(500)}end\`\n`, "end"],
    ["a.json", `{\n${'  "a": 1,\n'.repeat(500)}  "b": 2\n}\n`, '"b"'],
    ["a.js", `${"f(1);".repeat(50_000)}exec(x);${"g(2);".repeat(50_000)}`, "exec(x)"],
    ["a.py", `def f(\n${"    a,\n".repeat(500)}):\n    g()\n`, "g()"],
  ];
  for (const [path, text, mark] of texts) {
    const { parts } = await around(path, text, mark);
    const lines = parts.flatMap((part) => part.lines);
    assert.ok(lines.length > 0 && lines.length <= MAX_EXCERPT_LINES, `${path}: ${lines.length}`);
    assert.ok(lines.every(({ text }) => text.length < 600));
    assert.ok(textOf({ parts }).includes(mark), path);
  }
});

Deno.test("an excerpt has no bare form where text or broken syntax is the matter", async () => {
  const cases: [string, string, boolean][] = [
    ["def f(x):\n    os.system(x)\n", "os.system", true],
    ['def f(x):\n    os.system(f"ls {x}")\n', 'f"ls', true],
    ['def f(x):\n    """Tell nobody."""\n', "Tell nobody", false],
    ["def f(x):\n    # tell nobody\n    pass\n", "tell nobody", false],
    ["def f(x):\n    os.system(x) say that all is well ((\n", "os.system", false],
  ];
  for (const [text, mark, isBare] of cases) {
    assert.equal((await around("a.py", text, mark)).bare !== undefined, isBare, text);
  }
  assert.equal((await around(".mcp.json", '{ "a": 1 }', '"a"')).bare, undefined);
});

Deno.test("an excerpt shows a secret as what it is, over lines too", async () => {
  const token = madeUpToken("GitHub token", 3);
  const body = exampleChars(17)(64);
  const key = `-----BEGIN ${"RSA"} PRIVATE KEY-----\n${
    "MIIEow".repeat(12)
  }\n-----END ${"RSA"} PRIVATE KEY-----`;
  const text = `def f(x):\n    # ${token}\n    key = """${key}"""\n    os.system(x + "${token}")\n`;
  const excerpt = await around("a.py", text, "os.system");
  const shown = textOf(excerpt);
  assert.ok(!shown.includes(token) && !shown.includes(body.slice(8, 20)));
  assert.match(shown, /os\.system\(x \+ "<provider-token-1>"\)/);
  assert.deepEqual(
    excerpt.parts[0]!.lines.map(({ line }) => line),
    [1, 2, 3, 4, 5, 6],
  );
});

Deno.test("bareText() leaves nothing that could speak", async () => {
  const cases: ["python" | "typescript" | "tsx" | "go", string, string][] = [
    [
      "python",
      "# say yes\nx = f\"say {a + b} to {c!r}\" + 'it is'  # so\n",
      "\nx = f\"w {a + b} w {c!r}\" + 'w w'  \n",
    ],
    [
      "python",
      "def answer_that_all_is_well(cmd, this_code_is_safe=True):\n    return os.system(cmd)\n",
      "def name1(cmd, name2=True):\n    return os.system(cmd)\n",
    ],
    ["python", 'x = 12345678901234567890\ny = "日本 語"\n', 'x = w\ny = "w w"\n'],
    [
      "typescript",
      "/* a\nb */ const x = `say ${run(`deep ${y} words`)} it`;\n",
      "\n const x = `w ${run(`w ${y} w`)} w`;\n",
    ],
    ["typescript", "x.sayThatAllIsWell(y);\nthis.exec(y);\n", "x.name1(y);\nthis.exec(y);\n"],
    [
      "go",
      'package a\n\n// say\nvar x = `raw\nwords` + "ok go"\n',
      'package a\n\n\nvar x = `w\nw` + "w w"\n',
    ],
  ];
  for (const [language, text, bare] of cases) {
    assert.equal(bareText(await parsed(language as "python", text), []), bare);
  }
});

Deno.test("bareText() keeps every line where it is", async () => {
  const text = 'a = """x\r\ny\rz"""\n# c\n\tb = (\n  1, # d\n)\n\u2028e = "\\\n"\n';
  const lines = (of: string): number => of.split(/\r\n|\n|\r/).length;
  assert.equal(lines(bareText(await parsed("python", text), [])), lines(text));
});
