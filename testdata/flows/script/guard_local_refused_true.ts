// One host is allowed.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  const target = new URL(url);
  if (target.hostname === "api.example.com" || target.hostname === "cdn.example.com") {
    await fetch(target.href);
  }
  return { content: [{ type: "text", text: "done" }] };
});
