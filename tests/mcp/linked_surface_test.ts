import assert from "node:assert/strict";
import { projectFacts } from "../../src/flow/mod.ts";
import { readTarget } from "../../src/mcp/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";

/** `name: description (file of the description)` of each tool, and its parameters. */
async function tools(
  texts: Readonly<Record<string, string>>,
  project: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    kind: kindOf(path)!,
    context: "product" as const,
    text,
  }));
  const facts = projectFacts(Object.keys(texts), (path) => project[path]);
  const { surface } = await readTarget(files, { facts });
  return surface.tools.map(({ name, description, parameters }) => {
    const [named, text] = [name, description].map((each) =>
      each === undefined || each === "dynamic" ? `${each}` : each.text
    );
    const file = typeof description === "object" ? description.place.file : "";
    const names = parameters.map((each) => each.name).join(",");
    return `${named}: ${text} (${file}) ${names}`;
  });
}

const REGISTER = (first: string) =>
  `${first}\nserver.registerTool("find", { description: TEXT, inputSchema: Shape }, run);\n`;

Deno.test("readTarget() follows named, renamed and given-on exports", async () => {
  const shape = 'import { z } from "zod";\nexport const Shape = { q: z.string() };\n';
  const expected = ["find: Finds things (texts.ts) q"];
  const texts = 'export const TEXT = "Finds things";\n';
  assert.deepEqual(
    await tools({
      "index.ts": REGISTER('import { TEXT } from "./texts.js";\nimport { Shape } from "./shape";'),
      "shape.ts": shape,
      "texts.ts": texts,
    }),
    expected,
  );
  assert.deepEqual(
    await tools({
      "index.ts": REGISTER('import { WORDS as TEXT, Shape } from "./all.js";'),
      "all.ts": 'export * from "./shape.js";\nexport { TEXT as WORDS } from "./texts.js";\n',
      "shape.ts": shape,
      "texts.ts": texts,
    }),
    expected,
  );
});

Deno.test("readTarget() follows namespaces, defaults and compiled CommonJS", async () => {
  const use = (text: string) =>
    `${text}\nserver.registerTool("find", { description: T.find }, run);\n`;
  const table = '{ find: "Finds things" }';
  for (
    const [first, texts] of [
      ['import * as T from "./texts.js";', 'export const find = "Finds things";\n'],
      ['import T from "./texts.js";', `export default ${table};\n`],
      ['const T = require("./texts.js");', 'exports.find = "Finds things";\n'],
      ['const T = require("./texts.js");', `module.exports = ${table};\n`],
      ['const T = __importStar(require("./texts.js"));', 'exports.find = "Finds things";\n'],
    ] as const
  ) {
    assert.deepEqual(await tools({ "index.js": use(first), "texts.js": texts }), [
      "find: Finds things (texts.js) ",
    ], first);
  }
});

Deno.test("readTarget() follows imports of Python, models among them", async () => {
  const expected = ["find: Finds things (app/texts.py) query"];
  const texts = 'FIND = "Finds things"\n';
  const model = "from pydantic import BaseModel\n\nclass Search(BaseModel):\n    query: str\n";
  const tool = (text: string) =>
    'Tool(name="find", description=' + text +
    ", inputSchema=Search.model_json_schema())\n";
  assert.deepEqual(
    await tools({
      "app/server.py":
        `from mcp.types import Tool\nfrom .texts import FIND\nfrom .model import Search\n${
          tool("FIND")
        }`,
      "app/model.py": model,
      "app/texts.py": texts,
    }),
    expected,
  );
  assert.deepEqual(
    await tools({
      "app/__init__.py": "",
      "app/server.py":
        `from mcp.types import Tool\nfrom . import texts\nfrom app.model import Search\n${
          tool("texts.FIND")
        }`,
      "app/model.py": model,
      "app/texts.py": texts,
    }),
    expected,
  );
});

Deno.test("readTarget() follows names of Go's packages", async () => {
  const project = { "go.mod": "module example.com/app\n" };
  const expected = ["find: Finds things (texts/texts.go) q"];
  assert.deepEqual(
    await tools({
      "main.go": [
        "package main",
        'import "example.com/app/texts"',
        "func add() {",
        "\tmcp.NewTool(findName, mcp.WithDescription(texts.Find), withQuery())",
        "}",
      ].join("\n"),
      "names.go":
        'package main\n\nconst (\n\tfindName = "find"\n)\n\nfunc withQuery() mcp.ToolOption {\n\treturn func(t *mcp.Tool) { mcp.WithString("q")(t) }\n}\n',
      "texts/texts.go": 'package texts\n\nconst Find = "Finds things"\n',
    }, project),
    expected,
  );
});

Deno.test("readTarget() reads a tool once for each call and element that it hangs on", async () => {
  assert.deepEqual(
    await tools({
      "index.ts": [
        "function add(name: string, text: string) {",
        "  server.registerTool(name, { description: text }, run);",
        "}",
        'add("a", "First");',
        'add("b", "Second");',
        'for (const one of [{ id: "c", text: "Third" }, { id: "d", text: "Fourth" }]) {',
        "  server.tool(one.id, one.text, run);",
        "}",
        '[{ id: "e", text: "Fifth" }].concat().forEach((x) => {});',
        'const rest = [{ id: "f", text: "Sixth" }, { id: "g", text: "Seventh" }];',
        "rest.forEach((each) => server.tool(each.id, each.text, run));",
      ].join("\n"),
    }),
    [
      "a: First (index.ts) ",
      "b: Second (index.ts) ",
      "c: Third (index.ts) ",
      "d: Fourth (index.ts) ",
      "f: Sixth (index.ts) ",
      "g: Seventh (index.ts) ",
    ],
  );
});

Deno.test("readTarget() ends where files import one another in circles", async () => {
  assert.deepEqual(
    await tools({
      "a.ts": REGISTER('import { TEXT } from "./b.js";'),
      "b.ts": 'export { TEXT } from "./c.js";\nexport * from "./a.js";\n',
      "c.ts": 'export { TEXT } from "./b.js";\n',
    }),
    ["find: dynamic () "],
  );
});

Deno.test("readTarget() tells what is only known at run time", async () => {
  const { surface } = await readTarget([{
    path: "index.ts",
    kind: "typescript",
    context: "product",
    text: 'server.registerTool(process.env.NAME, { title: "T", description: load() }, run);\n',
  }]);
  const [tool] = surface.tools;
  assert.equal(tool!.name, "dynamic");
  assert.equal(tool!.description, "dynamic");
  assert.equal(typeof tool!.title === "object" && tool!.title.text, "T");
});
