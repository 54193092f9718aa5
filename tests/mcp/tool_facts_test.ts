import assert from "node:assert/strict";
import type { Grammar } from "../../src/core/mod.ts";
import { readSurface } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

async function facts(language: Grammar, text: string): Promise<unknown[]> {
  const { items } = readSurface(await parse({ language, text }));
  return items.map(({ name, annotations = {}, parameters = [], handler, uri, version }) => ({
    name,
    ...annotations,
    ...(uri !== undefined && { uri }),
    ...(version !== undefined && { version }),
    parameters: parameters.map(({ name, type, required }) =>
      `${name}${required === undefined ? "" : required ? "!" : "?"} ${type}`
    ),
    handler: handler && text.slice(handler.start, handler.end).slice(0, 12),
  }));
}

Deno.test("a tool of JavaScript has hints, types and a handler", async () => {
  const text = [
    'const server = new McpServer({ name: "s", version: "1.2.3" });',
    'server.registerTool("edit", {',
    '  description: "Edits",',
    "  inputSchema: { path: z.string(), dry: z.boolean().default(false), all: z.array(z.string()) },",
    "  annotations: { readOnlyHint: false, destructiveHint: true },",
    "}, async (a) => run(a));",
    'server.resource("notes", "note://{id}", async () => ({}));',
  ].join("\n");
  assert.deepEqual(await facts("typescript", text), [
    { name: "s", version: "1.2.3", parameters: [], handler: undefined },
    {
      name: "edit",
      readOnlyHint: false,
      destructiveHint: true,
      parameters: ["path! string", "dry? boolean", "all! array"],
      handler: "async (a) =>",
    },
    { name: "notes", uri: "note://{id}", parameters: [], handler: "async () => " },
  ]);
});

Deno.test("a JSON Schema says which parameters must be given", async () => {
  const text = "const tools = [{ name: 'a', description: 'A', inputSchema: { type: 'object', " +
    "properties: { x: { type: 'string' }, y: { type: 'integer' } }, required: ['x'] } }];";
  assert.deepEqual(await facts("javascript", text), [
    { name: "a", parameters: ["x! string", "y? integer"], handler: undefined },
  ]);
});

Deno.test("a tool of Python has hints, types and a handler", async () => {
  const text = [
    "from mcp.server.fastmcp import FastMCP",
    "@mcp.tool(annotations=ToolAnnotations(readOnlyHint=True))",
    "def find(query: str, limit: int = 5, deep: bool = Field(description='d')):",
    '    """Finds"""',
  ].join("\n");
  assert.deepEqual(await facts("python", text), [
    {
      name: "find",
      readOnlyHint: true,
      parameters: ["query! str", "limit? int", "deep! bool"],
      handler: "def find(que",
    },
  ]);
});

Deno.test("a tool of Go has hints and types", async () => {
  const text = [
    "package main",
    'var tool = mcp.NewTool("find",',
    '\tmcp.WithReadOnlyHintAnnotation(true), mcp.WithString("q", mcp.Required()), mcp.WithNumber("n"))',
  ].join("\n");
  assert.deepEqual(await facts("go", text), [
    {
      name: "find",
      readOnlyHint: true,
      parameters: ["q! string", "n? number"],
      handler: undefined,
    },
  ]);
});
