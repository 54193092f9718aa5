// Quotes by a package that knows the shell.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { quote } from "shell-quote";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  exec(`grep -F -- ${quote([name])} /srv/notes.txt`);
  return { content: [{ type: "text", text: "done" }] };
});
