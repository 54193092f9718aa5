// A path behind the server's address.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const API = "https://api.example.com";

server.tool("run", { id: z.string(), server_url: z.string().optional() }, async ({ id, server_url }) => {
  const base = process.env.API_URL ?? API;
  await fetch(`${base}/items/${id}?from=${server_url}`);
  return { content: [{ type: "text", text: "done" }] };
});
