// The number is used, not the text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.string() }, async ({ value }) => {
  const pid = parseInt(value, 10);
  if (Number.isNaN(pid)) {
    throw new Error("Expected a number");
  }
  exec(`kill ${pid}`);
  return { content: [{ type: "text", text: "done" }] };
});
