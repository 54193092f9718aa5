// Addresses of one host are opened by the system.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import open from "open";
import { z } from "zod";

const server = new McpServer({ name: "open", version: "1.0.0" });
server.tool("open", { id: z.string() }, async ({ id }) => {
  await open(`https://docs.example.com/items/${encodeURIComponent(id)}`);
  return { content: [] };
});
