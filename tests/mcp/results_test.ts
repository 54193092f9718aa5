import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type Language, toFile } from "../../src/core/mod.ts";
import { type FileSurface, linkedSurface, Neighbourhood, readSurface } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

function told({ items }: FileSurface): string[] {
  return items.flatMap(({ owner, name, texts }) =>
    texts.filter(({ role }) => role === "result" || role === "error")
      .map(({ role, value }) => `${owner} ${name} ${role}: ${value.text}`)
  );
}

async function answers(language: Language, text: string): Promise<string[]> {
  return told(readSurface(await parse({ language, text })));
}

Deno.test("readSurface() reads what a tool of TypeScript answers and throws", async () => {
  const code = `
const NOTE = "a note " + "for all";
const OTHER = { content: [{ type: "text", text: "from a constant" }] };
server.registerTool("one", { description: "One" }, async ({ id }) => {
  if (!id) throw new Error("an id is needed");
  if (id === "a") return { content: [{ type: "text", text: \`found \${id} for you\` }] };
  if (id === "b") return { isError: true, content: [{ type: "text", text: "not found here" }] };
  if (id === "c") return OTHER;
  const lines = ["the first line"];
  lines.push("the second line");
  let text = "it begins";
  text += " and goes on";
  if (id === "d") return { content: [{ type: "text", text: lines.join("\\n") }] };
  if (id === "e") return answer(text);
  log("a line of a log");
  await database.query("select a from b");
  return id ? textResult(NOTE) : { structuredContent: { note: "a structured note" } };
});
function answer(text: string) {
  return { content: [{ type: "text", text: "said by a helper" }, { type: "text", text }] };
}
`;
  deepStrictEqual(await answers("typescript", code), [
    "tool one error: an id is needed",
    "tool one result: found  for you",
    "tool one error: not found here",
    "tool one result: from a constant",
    "tool one result: the first line",
    "tool one result: the second line",
    "tool one result: it begins",
    "tool one result:  and goes on",
    "tool one result: a note for all",
    "tool one result: a structured note",
    "tool one result: said by a helper",
  ]);
});

Deno.test("readSurface() reads answers of handlers of whole requests", async () => {
  const script = `
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case "a": return await this.first();
    default: throw new McpError(ErrorCode.MethodNotFound, "no such tool here");
  }
});
server.setRequestHandler(GetPromptRequestSchema, async () => ({ messages: "you are a poet" }));
class Server { first() { return { content: [{ text: "of a method" }] }; } }
`;
  deepStrictEqual(await answers("javascript", script), [
    "tool  error: no such tool here",
    "tool  result: of a method",
  ]);
  const python = `
from mcp import types
@server.call_tool()
async def call(name, arguments):
    return [types.TextContent(type="text", text="of a low server")]
@server.read_resource()
async def read(uri):
    return "of a resource"
@server.get_prompt()
async def prompt(name):
    return "you are a poet"
`;
  deepStrictEqual(await answers("python", python), [
    "tool  result: of a low server",
    "resource  result: of a resource",
  ]);
});

Deno.test("readSurface() reads what Python answers and raises", async () => {
  const code = `
from mcp.server.fastmcp import FastMCP
WORDS = {"a": "the word a", "b": "the word b"}
@mcp.tool()
def one(key: str, other: str) -> str:
    """One"""
    if not key:
        raise ValueError("a key is needed")
    if other:
        return WORDS[key]
    rows = ["row %s" % each for each in fetch("select a from b")]
    out = "it begins"
    out += "; it goes on"
    if key == "x":
        return {"message": f"hello {key} again", "type": "two words"}
    if key == "y":
        return json.dumps({"note": helper(key)})
    return out or "nothing at all"

def helper(key):
    return "said by a helper"

@mcp.prompt()
def two() -> str:
    return "You are a poet"

@mcp.resource("a://b")
def three() -> str:
    return """Text of
a resource"""
`;
  deepStrictEqual(await answers("python", code), [
    "tool one error: a key is needed",
    "tool one result: the word a",
    "tool one result: the word b",
    "tool one result: hello  again",
    "tool one result: it begins",
    "tool one result: ; it goes on",
    "tool one result: nothing at all",
    "tool one result: said by a helper",
    "resource three result: Text of\na resource",
  ]);
});

Deno.test("readSurface() reads what Go answers and fails with", async () => {
  const code = `package main
func one(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	if request.Name == "" {
		return nil, fmt.Errorf("a name is %w", missing)
	}
	if request.Name == "a" {
		return mcp.NewToolResultError("not found here"), nil
	}
	if request.Name == "b" {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: "of a struct"}}}, nil
	}
	var b strings.Builder
	b.WriteString("written bit by bit")
	return mcp.NewToolResultText(b.String()), nil
}
func two() string { return "of no tool" }
`;
  deepStrictEqual(await answers("go", code), [
    "tool  error: a name is %w",
    "tool  error: not found here",
    "tool  result: of a struct",
    "tool  result: written bit by bit",
  ]);
});

Deno.test("linkedSurface() follows answers into other files, and tells their places", async () => {
  const files = [
    {
      path: "server.ts",
      kind: "typescript" as const,
      text: 'import { answer } from "./answer.ts";\n' +
        'server.registerTool("one", { description: "One" }, async () => answer());\n',
    },
    {
      path: "answer.ts",
      kind: "typescript" as const,
      text: 'export function answer() { return { text: "of another file" }; }\n',
    },
  ];
  const [server, other] = files;
  const neighbourhood = new Neighbourhood(files);
  const tree = await parse({ language: "typescript", text: server!.text });
  const surface = await linkedSurface(tree, { path: "server.ts", neighbourhood });
  deepStrictEqual(told(surface), ["tool one result: of another file"]);
  const { value } = surface.items[0]!.texts.at(-1)!;
  const { path, span } = surface.place(toFile(value, { start: 0, end: value.text.length }));
  strictEqual(path, "answer.ts");
  strictEqual(other!.text.slice(span.start, span.end), "of another file");
});

Deno.test("readSurface() ends on answers that hold themselves, and says where it cut", async () => {
  const circle = `
const a = { text: b }; const b = [a, a]; let c = ""; c += c; const f = () => g(); const g = () => f();
server.registerTool("x", { description: "X" }, async () => { if (a) return b; if (c) return c; return f(); });
`;
  const ends = readSurface(await parse({ language: "javascript", text: circle }));
  deepStrictEqual([told(ends), ends.cut], [[], false]);
  const many = Array.from({ length: 3_000 }, (_, i) => `if (x) return "text ${i}";`).join("\n");
  const cut = readSurface(
    await parse({
      language: "javascript",
      text: `server.registerTool("x", { description: "X" }, async (x) => { ${many} });`,
    }),
  );
  deepStrictEqual([told(cut).length, cut.cut], [500, true]);
});
