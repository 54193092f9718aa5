// The scheme is looked at, the host is not.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const HOSTS = new Set(["api.example.com", "cdn.example.com"]);

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  const target = new URL(url);
  if (target.protocol !== "https:") {
    throw new Error("Expected HTTPS");
  }
  await fetch(target); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
