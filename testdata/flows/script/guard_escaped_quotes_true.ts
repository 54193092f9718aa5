// Single quotes are closed, escaped and opened again.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const quoted = name.replace(/'/g, "'\\''");
  exec(`grep -F -- '${quoted}' /srv/notes.txt`);
  return { content: [{ type: "text", text: "done" }] };
});
