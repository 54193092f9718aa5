// The cleaned copy is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const clean = name.replace(/[^a-z]/g, "");
  console.error(`Looking up ${clean.length} letters`);
  exec(`id ${clean}`);
  return { content: [{ type: "text", text: "done" }] };
});
