// The host is held against a list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const HOSTS = new Set(["api.example.com", "cdn.example.com"]);

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  const target = new URL(url);
  if (target.protocol !== "https:" || !HOSTS.has(target.hostname)) {
    throw new Error("Expected a known host");
  }
  await fetch(target);
  return { content: [{ type: "text", text: "done" }] };
});
