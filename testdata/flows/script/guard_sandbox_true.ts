// JSON is data.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const parsed = JSON.parse(name);
  console.error(typeof parsed);
  return { content: [{ type: "text", text: "done" }] };
});
