// The harmless value of a choice must not hide the other one.

import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { Language } from "../../src/core/mod.ts";
import { toolSurface } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";
import { surfaceOf } from "./_surface.ts";

/** `name: description | description` of each item. */
async function described(language: Language, code: string): Promise<string[]> {
  return (await surfaceOf(language, code)).map(({ name, texts }) =>
    `${name}: ${
      texts.filter(({ role }) => role === "description").map(({ value }) =>
        value.text.replaceAll("\n", " | ")
      ).join(" | ")
    }`
  );
}

Deno.test("toolSurface() reads every value that a configuration may have", async () => {
  const code = `
let cfg = { description: "a" };
cfg = { description: "b" };
server.registerTool("again", cfg, h);
server.registerTool("choice", debug ? { description: "a" } : { description: "b" }, h);
server.registerTool("fallback", given ?? { description: "b" }, h);
server.registerTool("assign", Object.assign({ description: "a" }, {}, { title: "t" }), h);
const m = { description: "a" } as Config;
m.description = "b";
server.registerTool("member", m, h);
server.registerTool("spread", { ...(debug ? { description: "a" } : { description: "b" }), title: "t" }, h);
server.registerTool("last", { ...{ description: "a" }, description: "b" }, h);
const tool = { name: "object", description: "a", inputSchema: {} };
tool["description"] = "b";
for (const each of [{ text: "a" }, { text: "b" }]) {
  server.registerTool("loop", { description: each.text }, h);
}
`;
  deepStrictEqual(await described("typescript", code), [
    "again: a | b",
    "choice: a | b",
    "fallback: b",
    "assign: a",
    "member: a | b",
    "spread: a | b",
    "last: b",
    "object: a | b",
    "loop: a | b",
  ]);
});

Deno.test("toolSurface() reads every value that a whole tool may be", async () => {
  const code = `
const plain = { name: "plain", description: "a", execute: f };
server.addTool(debug ? plain : { name: "other", description: "b", execute: f });
class Weather extends MCPTool { name = "weather"; description = debug ? "a" : "b"; schema = {}; }
const server = new McpServer({ name: "s", version: "1" }, debug ? { instructions: "a" } : { instructions: "b" });
`;
  const items = await surfaceOf("typescript", code);
  deepStrictEqual(
    items.map(({ name, texts }) => `${name}: ${texts.at(-1)!.value.text.replace("\n", " | ")}`),
    ["plain: a", "other: b", "weather: a | b", "s: a | b"],
  );
});

Deno.test("toolSurface() reads what Python gives to a description later", async () => {
  const code = `
import mcp
tool = {"name": "dict", "description": "a", "inputSchema": {}}
tool["description"] = "b"

@mcp.tool()
def pull(city: str):
    """a"""

if calls > 3:
    pull.__doc__ = "b"

@mcp.tool(**({"description": "a"} if kind else {"description": "b"}))
def splat(): ...
`;
  deepStrictEqual(await described("python", code), ["dict: a | b", "pull: a | b", "splat: a | b"]);
});

Deno.test("toolSurface() reads what Go gives to a field later", async () => {
  const code = `package main
func main() {
	tool := &mcp.Tool{Name: "late", Description: "a"}
	tool.Description = "b"
	option := mcp.WithDescription("a")
	option = mcp.WithDescription("b")
	mcp.NewTool("option", option)
}
`;
  deepStrictEqual(await described("go", code), ["late: a | b", "option: a | b"]);
});

Deno.test("toolSurface() ends on values and records that hold themselves", async () => {
  const text = `
let a = b; let b = a; a = c ? a : b;
const r = { ...r, ...q, description: r.description }; const q = { ...r, x: q.x.y };
server.registerTool("x", r, h);
server.registerTool("y", a, h);
server.registerTool(a.b.c, { description: a }, h);
${Array.from({ length: 60 }, (_, i) => `const s${i} = { ...s${i + 1}, ...s${i + 1} };`).join("\n")}
server.registerTool("z", s0, h);
`;
  let cuts = 0;
  const items = toolSurface(await parse({ language: "javascript", text }), {
    onCut: () => cuts++,
  });
  deepStrictEqual(items.map(({ name }) => name), ["x", "y", "z"]);
  strictEqual(cuts, 0);
});

Deno.test("toolSurface() ends on lists whose elements are lists of themselves", async () => {
  const text = `
def make(rows):
    for rows in rows:
        Tool(name="rows", description=rows, inputSchema={})
    for a in b:
        for b in a:
            Tool(name="a", description=b, inputSchema={})
`;
  const items = toolSurface(await parse({ language: "python", text }));
  deepStrictEqual(items.map(({ name }) => name), ["rows", "a"]);
});
