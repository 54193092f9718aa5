// Tool objects out of other files, registered in a loop.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { tools } from "./tools/index.js";

const server = new McpServer({ name: "many", version: "1.0.0" });

for (const tool of tools) {
  server.registerTool(
    tool.name,
    { description: tool.description, inputSchema: tool.inputSchema },
    tool.handler,
  );
}
