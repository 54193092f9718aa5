// A function that knows the public host.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function isPublic(host: string): boolean {
  return host === "api.example.com";
}

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  if (!isPublic(new URL(url).hostname)) {
    throw new Error("No private addresses");
  }
  await fetch(url);
  return { content: [{ type: "text", text: "done" }] };
});
