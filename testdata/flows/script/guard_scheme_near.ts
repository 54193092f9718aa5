// Any host has HTTPS.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string() }, async ({ url }) => {
  if (!url.startsWith("https://")) {
    throw new Error("Expected HTTPS");
  }
  await request(url); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
