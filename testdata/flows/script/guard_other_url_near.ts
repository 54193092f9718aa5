// One address is checked, and another asked.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function isOurs(text: string): boolean {
  const { hostname } = new URL(text);
  return ["api.example.com", "cdn.example.com"].includes(hostname);
}

server.tool("run", { url: z.string(), proxy: z.string() }, async ({ url, proxy }) => {
  if (!isOurs(proxy)) {
    throw new Error("Expected our host");
  }
  await fetch(url); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
