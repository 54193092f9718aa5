// A format that holds data alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const state = JSON.parse(name);
  console.error(typeof state);
  return { content: [{ type: "text", text: "done" }] };
});
