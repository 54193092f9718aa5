// JavaScript and TypeScript: how a server is asked.

import type { Shape } from "./matrix.ts";

const MCP = 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";';
const LOW = `import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";`;
const ZOD = 'import { z } from "zod";';

function shape(name: string, text: string, file = "server.ts"): Shape {
  return { name, files: { [file]: text } };
}

export const SCRIPT_SHAPES: readonly Shape[] = [
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
