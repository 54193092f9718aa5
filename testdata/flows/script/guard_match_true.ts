// Only what the expression found is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const found = /(\w+)/.exec(name);
  if (!found) {
    throw new Error("Expected a word");
  }
  exec(`id ${found[1]}`);
  return { content: [{ type: "text", text: "done" }] };
});
