// A scheme, a host and a slash.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string() }, async ({ url }) => {
  if (!url.startsWith("https://api.example.com/")) {
    throw new Error("Expected the API");
  }
  await request(url);
  return { content: [{ type: "text", text: "done" }] };
});
