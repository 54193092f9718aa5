// JavaScript and TypeScript.

import type { Deed, Language, Part, Shape } from "./matrix.ts";

const MCP = 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";';
const LOW = `import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";`;
const ZOD = 'import { z } from "zod";';

function shape(name: string, text: string, file = "server.ts"): Shape {
  return { name, files: { [file]: text } };
}

const SHAPES: readonly Shape[] = [
  shape(
    "server.tool",
    `${MCP}
${ZOD}
IMPORTS
const server = new McpServer({ name: "s", version: "1.0.0" });
server.tool("t", "Does it", { value: z.string() }, async ({ value }) => {
  BODY
  return { content: [] };
});
`,
  ),
  shape(
    "registerTool with a function declared before",
    `${MCP}
${ZOD}
IMPORTS
async function handle(input: { value: string }) {
  const value = input.value;
  BODY
  return { content: [] };
}
const server = new McpServer({ name: "s", version: "1.0.0" });
server.registerTool("t", { description: "d", inputSchema: { value: z.string() } }, handle);
`,
  ),
  shape(
    "registerPrompt",
    `${MCP}
${ZOD}
IMPORTS
const server = new McpServer({ name: "s", version: "1.0.0" });
server.registerPrompt("p", { argsSchema: { value: z.string() } }, async ({ value }) => {
  BODY
  return { messages: [] };
});
`,
  ),
  shape(
    "registerResource with a template",
    `import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
IMPORTS
const server = new McpServer({ name: "s", version: "1.0.0" });
const template = new ResourceTemplate("s://{+value}", { list: undefined });
server.registerResource("r", template, {}, async (uri, variables) => {
  const value = variables.value as string;
  BODY
  return { contents: [] };
});
`,
  ),
  shape(
    "a request handler with a switch",
    `${LOW}
IMPORTS
const server = new Server({ name: "s", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case "t": {
      const value = String(request.params.arguments?.value);
      BODY
      return { content: [] };
    }
    default:
      throw new Error("Unknown tool");
  }
});
`,
  ),
  shape(
    "a request handler with a map of functions",
    `${LOW}
IMPORTS
const handlers: Record<string, (args: any) => Promise<unknown>> = {
  t: async ({ value }) => {
    BODY
    return { content: [] };
  },
};
const server = new Server({ name: "s", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params;
  return await handlers[name](args);
});
`,
  ),
  shape(
    "a class with a bound method",
    `${MCP}
${ZOD}
IMPORTS
class Tools {
  readonly server = new McpServer({ name: "s", version: "1.0.0" });
  constructor() {
    this.server.tool("t", { value: z.string() }, this.run.bind(this));
  }
  private async run({ value }: { value: string }) {
    BODY
    return { content: [] };
  }
}
new Tools();
`,
  ),
  shape(
    "FastMCP",
    `import { FastMCP } from "fastmcp";
${ZOD}
IMPORTS
const server = new FastMCP({ name: "s", version: "1.0.0" });
server.addTool({
  name: "t",
  description: "d",
  parameters: z.object({ value: z.string() }),
  execute: async (args) => {
    const { value } = args;
    BODY
    return "done";
  },
});
`,
  ),
  shape(
    "a class of mcp-framework",
    `import { MCPTool } from "mcp-framework";
${ZOD}
IMPORTS
export default class Tool extends MCPTool<{ value: string }> {
  name = "t";
  description = "d";
  schema = { value: { type: z.string(), description: "The value" } };
  async execute({ value }: { value: string }) {
    BODY
    return "done";
  }
}
`,
  ),
  shape(
    "mcp-handler",
    `import { createMcpHandler } from "mcp-handler";
${ZOD}
IMPORTS
const handler = createMcpHandler((server) => {
  server.tool("t", "d", { value: z.string() }, async (args) => {
    const value = args["value"];
    BODY
    return { content: [] };
  });
});
export { handler as GET, handler as POST };
`,
  ),
  {
    name: "a tool object of another file, registered in a loop",
    files: {
      "server.ts": `${MCP}
import { tools } from "./tools.js";
const server = new McpServer({ name: "s", version: "1.0.0" });
for (const { name, config, handler } of tools) {
  server.registerTool(name, config, handler);
}
`,
      "tools.ts": `${ZOD}
IMPORTS
const tool = {
  name: "t",
  config: { description: "d", inputSchema: { value: z.string() } },
  handler: async ({ value }: { value: string }) => {
    BODY
    return { content: [] };
  },
};
export const tools = [tool];
`,
    },
  },
  shape(
    "a route",
    `import express from "express";
IMPORTS
const app = express();
app.post("/t", async (req, res) => {
  const value = req.body.value;
  BODY
  res.end();
});
app.listen(3000);
`,
    "server.js",
  ),
];

const part = (imports: string, body: string): Part => ({ imports, body });
const ALLOWED = 'if (!["a", "b"].includes(value)) throw new Error("Not allowed");';

const DEEDS: readonly Deed[] = [
  {
    name: "a shell",
    kind: "shell",
    vulnerable: part('import { exec } from "node:child_process";', "exec(`ls ${value}`);"),
    hardened: part(
      'import { execFile } from "node:child_process";',
      'execFile("ls", ["--", value]);',
    ),
  },
  {
    name: "a program",
    kind: "program",
    vulnerable: part('import { spawn } from "node:child_process";', "spawn(value, []);"),
    hardened: part('import { spawn } from "node:child_process";', `${ALLOWED}\nspawn(value, []);`),
  },
  {
    name: "an argument",
    kind: "argument",
    vulnerable: part(
      'import { execFileSync } from "node:child_process";',
      'execFileSync("git", ["log", value]);',
    ),
    hardened: part(
      'import { execFileSync } from "node:child_process";',
      'execFileSync("git", ["log", `--author=${value}`]);',
    ),
  },
  {
    name: "code",
    kind: "code",
    vulnerable: part("", "new Function(`return ${value}`)();"),
    hardened: part("", "JSON.parse(value);"),
  },
  {
    name: "a file that is read",
    kind: "path",
    vulnerable: part(
      'import fs from "node:fs/promises";\nimport path from "node:path";',
      'await fs.readFile(path.join("/srv/data", value));',
    ),
    hardened: part(
      'import fs from "node:fs/promises";\nimport path from "node:path";',
      `
const full = path.resolve("/srv/data", value);
if (!full.startsWith("/srv/data" + path.sep)) {
  throw new Error("Outside");
}
await fs.readFile(full);
`,
    ),
  },
  {
    name: "a file that is written",
    kind: "path",
    vulnerable: part('import { writeFileSync } from "node:fs";', 'writeFileSync(value, "text");'),
    hardened: part(
      'import { writeFileSync } from "node:fs";',
      'writeFileSync("/srv/data/fixed.txt", value);',
    ),
  },
  {
    name: "a URL",
    kind: "url",
    vulnerable: part("", "await fetch(value);"),
    hardened: part("", "await fetch(`https://api.example.com/${encodeURIComponent(value)}`);"),
  },
  {
    name: "a host",
    kind: "url",
    vulnerable: part(
      'import axios from "axios";',
      "await axios.get(`https://${value}/status`);",
    ),
    hardened: part(
      'import axios from "axios";',
      `
if (new URL(value).hostname !== "api.example.com") {
  throw new Error("Another host");
}
await axios.get(value);
`,
    ),
  },
  {
    name: "SQL",
    kind: "sql",
    vulnerable: part(
      'import { Pool } from "pg";\nconst pool = new Pool();',
      "await pool.query(`SELECT * FROM t WHERE a = '${value}'`);",
    ),
    hardened: part(
      'import { Pool } from "pg";\nconst pool = new Pool();',
      'await pool.query("SELECT * FROM t WHERE a = $1", [value]);',
    ),
  },
  {
    name: "a template",
    kind: "template",
    vulnerable: part('import ejs from "ejs";', "ejs.render(value, {});"),
    hardened: part('import ejs from "ejs";', 'ejs.render("Hello <%= value %>", { value });'),
  },
];

export const SCRIPT: Language = { name: "script", shapes: SHAPES, deeds: DEEDS };
