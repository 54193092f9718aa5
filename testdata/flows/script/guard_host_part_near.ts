// A tenant that may hold a slash ends the host early.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { tenant: z.string() }, async ({ tenant }) => {
  await fetch(`https://${tenant}.example.com/status`); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
