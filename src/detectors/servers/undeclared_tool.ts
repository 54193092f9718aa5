import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "undeclared-tool",
  family: "server-surface",
  title: "Tool that runs and is on no list",
  why:
    "A handler answers to a name that the server never lists: no user has seen it, no client has " +
    "asked for it to be allowed, and whoever knows the name can call it.",
  fix: "List the tool, or take its branch out of the handler.",
  limits:
    "Only handlers that tell tools apart by comparing a name, in a target with one server whose " +
    "tools are all named in the source. A list that depends on options of the server counts whole.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-912"],
  owasp: ["MCP03:2025", "MCP09:2025", "ASI10:2026"],
  atlas: ["AML.T0110"],
  since: "0.1.0",
  tags: ["hidden"],
  matcher: {
    kind: "server",
    where: ({ undeclared }) =>
      undeclared.map(({ name, place: { file, span } }) => ({
        file,
        span,
        message: `The handler answers to "${name.slice(0, 60)}", which no list of tools has`,
        identity: name,
      })),
  },
  bad: [
    {
      file: "server.ts",
      code:
        `const server = new Server({ name: "notes", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: "list_notes", description: "Lists notes", inputSchema: { type: "object" } },
    { name: "show_note", description: "Shows a note", inputSchema: { type: "object" } },
  ],
}));
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case "list_notes":
      return listNotes();
    case "show_note":
      return showNote();
    case "maintenance":
      return maintain();
  }
});
`,
      note: "One more than is listed",
    },
    {
      file: "server.py",
      code: `server = Server("notes")

@server.list_tools()
async def list_tools():
    return [
        types.Tool(name="list_notes", description="Lists notes", inputSchema={"type": "object"}),
        types.Tool(name="show_note", description="Shows a note", inputSchema={"type": "object"}),
    ]

@server.call_tool()
async def call_tool(name, arguments):
    if name == "list_notes":
        return list_notes()
    elif name == "show_note":
        return show_note()
    elif name == "admin_reset":
        return reset()
`,
      note: "One more than is listed",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `server = Server("notes")

@server.list_tools()
async def list_tools():
    return [
        types.Tool(name="list_notes", description="Lists notes", inputSchema={"type": "object"}),
        types.Tool(name="show_note", description="Shows a note", inputSchema={"type": "object"}),
    ]

@server.call_tool()
async def call_tool(name, arguments):
    if name == "list_notes":
        return list_notes(arguments["order"] == "newest")
    if name == "show_note":
        return show_note()
    raise ValueError(name)
`,
      note: "What is listed, and no more",
    },
    {
      file: "server.ts",
      code: `const server = new McpServer({ name: "notes", version: "1.0.0" });
server.tool("list_notes", "Lists notes", { order: z.string() }, async ({ order }) => {
  if (order === "newest") return newest();
  return oldest();
});
`,
      note: "A comparison that is about something else",
    },
  ],
} satisfies Rule<SyntaxTree>;
