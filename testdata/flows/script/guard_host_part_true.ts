// A tenant of letters and digits.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { tenant: z.string() }, async ({ tenant }) => {
  if (!/^[a-z0-9-]+$/.test(tenant)) {
    throw new Error("Expected a tenant");
  }
  await fetch(`https://${tenant}.example.com/status`);
  return { content: [{ type: "text", text: "done" }] };
});
