// An address of the caller's own beside the server's.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const API = "https://api.example.com";

server.tool("run", { id: z.string(), server_url: z.string().optional() }, async ({ id, server_url }) => {
  const base = server_url ?? API;
  await fetch(`${base}/items/${id}`); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
