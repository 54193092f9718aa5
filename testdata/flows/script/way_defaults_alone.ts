// Only the default is ever used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "git", version: "1.0.0" });

function show(revision = "HEAD"): void {
  exec(`git show ${revision}`);
}

server.tool("show", { revision: z.string() }, async ({ revision }) => {
  show();
  return { content: [{ type: "text", text: revision }] };
});
