import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { toolSurface } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";
import { lines, surfaceOf } from "./_surface.ts";

Deno.test("toolSurface() reads registerTool, its Zod schema, and the server", async () => {
  const code = `
const server = new McpServer({ name: "demo", title: "Demo", version: "1" }, { instructions: "Be kind" });
server.registerTool(
  "add",
  {
    title: "Addition",
    description: "Adds two\\u0020numbers",
    inputSchema: { a: z.number().describe("First"), "b": z.number().optional().describe("Second") },
    outputSchema: z.object({ sum: z.number() }),
  },
  async ({ a, b }) => ({ content: [] }),
);
`;
  deepStrictEqual(await lines("typescript", code), [
    "server demo",
    "  name = demo",
    "  title = Demo",
    "  instructions = Be kind",
    "tool add",
    "  name = add",
    "  title = Addition",
    "  description = Adds two numbers <- Adds two\\u0020numbers",
    "  parameter = a",
    "  parameter a = First",
    "  parameter = b",
    "  parameter b = Second",
    "  output = sum",
  ]);
});

Deno.test("toolSurface() reads a configuration that stands before its registration, once", async () => {
  const code = `
const name = "echo";
const Schema = z.object({ message: z.string().describe("What to say") });
const config = { title: "Echo", description: "Says it", inputSchema: Schema };
export const register = (server) => { server.registerTool(name, config, handler); };
const tool = { name: "list", description: "Lists", inputSchema: {} };
server.registerTool(tool.name, tool, handler);
`;
  deepStrictEqual(await lines("javascript", code), [
    "tool echo",
    "  name = echo",
    "  title = Echo",
    "  description = Says it",
    "  parameter = message",
    "  parameter message = What to say",
    "tool list",
    "  name = list",
    "  description = Lists",
  ]);
});

Deno.test("toolSurface() reads tool() in each of its forms", async () => {
  const code = `
server.tool("a", async () => {});
server.tool("b", "Second", handler);
server.tool("c", "Third", { path: z.string().describe("Where") }, async () => {});
server.tool("d", { path: z.string() }, { title: "Fourth", readOnlyHint: true }, async () => {});
server.tool("e", DESCRIPTION, z.object({ x: z.number() }).shape, handler);
const DESCRIPTION = \`Fifth \${version}\`;
tool("f", "Sixth", { y: z.number() }, async (args) => {});
`;
  deepStrictEqual(await lines("typescript", code), [
    "tool a",
    "  name = a",
    "tool b",
    "  name = b",
    "  description = Second",
    "tool c",
    "  name = c",
    "  description = Third",
    "  parameter = path",
    "  parameter path = Where",
    "tool d",
    "  name = d",
    "  parameter = path",
    "  title = Fourth",
    "tool e",
    "  name = e",
    "  description = Fifth ",
    "  parameter = x",
    "tool f",
    "  name = f",
    "  description = Sixth",
    "  parameter = y",
  ]);
});

Deno.test("toolSurface() reads prompts and resources, and no prompts for people", async () => {
  const code = `
server.registerPrompt("review", { title: "Review", description: "Reviews", argsSchema: { code: z.string().describe("The code") } }, cb);
server.prompt("ask", "Asks", { topic: z.string() }, ({ topic }) => ({ messages: [] }));
server.registerResource("file", new ResourceTemplate("file://{p}", { list: undefined }), { title: "File", description: "A file" }, async (uri) => ({}));
server.resource("config", "config://app", { description: "Settings" }, async (uri) => ({}));
const answer = prompt("Your name?", fallback);
rl.prompt("more", options);
api.resource("users", { description: "not for a model" });
`;
  deepStrictEqual(await lines("typescript", code), [
    "prompt review",
    "  name = review",
    "  title = Review",
    "  description = Reviews",
    "  parameter = code",
    "  parameter code = The code",
    "prompt ask",
    "  name = ask",
    "  description = Asks",
    "  parameter = topic",
    "resource file",
    "  name = file",
    "  title = File",
    "  description = A file",
    "resource config",
    "  name = config",
    "  description = Settings",
  ]);
});

Deno.test("toolSurface() reads the objects of request handlers", async () => {
  const code = `
const Args = z.object({ path: z.string().describe("The path"), edits: z.array(z.object({ old: z.string().describe("Before") })) });
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: "read", description: "Reads " + "a file", inputSchema: zodToJsonSchema(Args), annotations: { title: "Read" } },
    { name: Names.PING, description: "Pings", inputSchema: { type: "object", properties: { host: { type: "string", description: "Whom" }, name: { type: "string" } } } },
    { name: "bare", description: "No schema" },
  ],
}));
enum Names { PING = "ping" }
server.setRequestHandler(ListPromptsRequestSchema, async () => ({
  prompts: [{ name: "sum", description: "Sums up", arguments: [{ name: "text", description: "What", required: true }] }],
}));
server.setRequestHandler(ListResourcesRequestSchema, async () => ({
  resources: [{ uri: "a://b", name: "b", description: "B", mimeType: "text/plain" }],
}));
client.callTool({ name: "read", arguments: { path: "a" } });
`;
  deepStrictEqual(
    await lines("typescript", code),
    [
      "tool read",
      "  name = read",
      "  title = Read",
      '  description = Reads a file <- Reads " + "a file',
      "  parameter = path",
      "  parameter path = The path",
      "  parameter = edits",
      "  parameter = old",
      "  parameter old = Before",
      "tool ping",
      "  name = ping",
      "  description = Pings",
      "  parameter = host",
      "  parameter host = Whom",
      "  parameter = name",
      "tool bare",
      "  name = bare",
      "  description = No schema",
      "prompt sum",
      "  name = sum",
      "  description = Sums up",
      "  parameter = text",
      "  parameter text = What",
      "resource b",
      "  name = b",
      "  description = B",
    ],
  );
});

Deno.test("toolSurface() takes parameters called name and description for parameters", async () => {
  const code = `
const shape = { name: z.string().describe("The name"), description: z.string(), parameters: z.any() };
server.registerTool("create", { description: "Creates", inputSchema: shape }, handler);
const command = { name: "build", description: "Builds", aliases: ["b"] };
`;
  deepStrictEqual(await lines("typescript", code), [
    "tool create",
    "  name = create",
    "  description = Creates",
    "  parameter = name",
    "  parameter name = The name",
    "  parameter = description",
    "  parameter = parameters",
  ]);
});

Deno.test("toolSurface() reads FastMCP's objects and mcp-framework's classes", async () => {
  const code = `
const server = new FastMCP({ name: "fast", version: "1.0.0", instructions: "Hurry" });
server.addTool({ name: "add", description: "Adds", parameters: z.object({ a: z.number().describe("A") }), execute: async (args) => "" });
server.addPrompt({ name: "git", description: "Commits", arguments: [{ name: "changes", description: "The diff" }], load });
server.addResource({ uri: "file:///log", name: "Log", mimeType: "text/plain", load });
class Greet extends MCPTool<Input> {
  name = "greet";
  description = "Greets";
  schema = { who: { type: z.string(), description: "Whom" } };
  async execute(input: Input) { return ""; }
}
class Plain { name = "x"; description = "y"; }
`;
  deepStrictEqual(await lines("typescript", code), [
    "server fast",
    "  name = fast",
    "  instructions = Hurry",
    "tool add",
    "  name = add",
    "  description = Adds",
    "  parameter = a",
    "  parameter a = A",
    "prompt git",
    "  name = git",
    "  description = Commits",
    "  parameter = changes",
    "  parameter changes = The diff",
    "resource Log",
    "  name = Log",
    "tool greet",
    "  name = greet",
    "  description = Greets",
    "  parameter = who",
    "  parameter who = Whom",
  ]);
});

Deno.test("toolSurface() works on minified code", async () => {
  const code =
    'var e=new t({name:"m",version:"1"},{capabilities:{tools:{}},instructions:"i"});e.registerTool("x",{description:"d",inputSchema:{p:r.string().describe("q")}},async a=>a),n=[{name:"y",description:`z`,inputSchema:{type:"object",properties:{u:{description:"v"}}}}];';
  deepStrictEqual(await lines("javascript", code), [
    "server m",
    "  name = m",
    "  instructions = i",
    "tool x",
    "  name = x",
    "  description = d",
    "  parameter = p",
    "  parameter p = q",
    "tool y",
    "  name = y",
    "  description = z",
    "  parameter = u",
    "  parameter u = v",
  ]);
});

Deno.test("toolSurface() sees through what stands around a text", async () => {
  const code = `
const TEXTS = { tools: { search: "From a table" } };
var Names; (function (Names) { Names["ECHO"] = "echo"; })(Names || (Names = {}));
server.registerTool("a", { description: \`  trimmed\`.trim() }, f);
server.registerTool("b", { description: windows ? "This" : "That" }, f);
server.registerTool("c", { description: process.env.TEXT ?? "Fallback" }, f);
server.registerTool("d", { description: ["one", "two"].join(" ") }, f);
server.registerTool("e", { description: TEXTS.tools.search }, f);
server.registerTool("f", { description: dedent\`Dedented\` }, f);
server.registerTool("g", { description: t("KEY", "Words of a translation") }, f);
server.registerTool(Names.ECHO, { ...{ description: "Spread" } }, f);
server.registerTool("h", { ["description"]: "Computed" }, f);
server.registerTool("i", { description: ({ mode }) => { if (mode) { return "Made"; } return "by a function"; } }, f);
class Tool { get name() { return "j"; } get description() { return "Getter"; } execute() {} }
`;
  const items = await surfaceOf("javascript", code);
  deepStrictEqual(items.map(({ name, texts }) => `${name}: ${texts[1]?.value.text}`), [
    "a:   trimmed",
    "b: This\nThat",
    "c: Fallback",
    "d: one two",
    "e: From a table",
    "f: Dedented",
    "g: Words of a translation",
    "echo: Spread",
    "h: Computed",
    "i: Made\nby a function",
    "j: Getter",
  ]);
});

Deno.test("toolSurface() ends on schemas that hold themselves, and says where it cut", async () => {
  const text = `
const A = z.object({ a: A, b: B });
const B = z.object({ a: A, b: B });
${
    Array.from({ length: 900 }, (_, i) => `s.registerTool("t${i}", { inputSchema: A }, h);`).join(
      "\n",
    )
  }
`;
  let cuts = 0;
  const items = toolSurface(await parse({ language: "javascript", text }), {
    onCut: () => cuts++,
  });
  const texts = items.reduce((sum, item) => sum + item.texts.length, 0);
  strictEqual(texts <= 2_000, true);
  strictEqual(cuts, 1);
});

Deno.test("toolSurface() survives deep nesting", async () => {
  const deep = 'x={name:"a",description:"b",inputSchema:'.repeat(3_000);
  strictEqual((await surfaceOf("javascript", `${deep}1${"}".repeat(3_000)}`)).length > 0, true);
  deepStrictEqual(await surfaceOf("javascript", "a(".repeat(9_000) + ")".repeat(9_000)), []);
});
