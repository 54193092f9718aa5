// A function that knows some private addresses.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function isPrivate(host: string): boolean {
  return host === "localhost" || host.startsWith("10.") || host.startsWith("192.168.");
}

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  if (isPrivate(new URL(url).hostname)) {
    throw new Error("No private addresses");
  }
  await fetch(url); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
