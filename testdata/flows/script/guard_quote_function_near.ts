// A function of the program's own that quotes for a shell, and leaves quotes in.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const quoted = (text: string): string => `'${text}'`;

const server = new McpServer({ name: "grep", version: "1.0.0" });
server.tool("grep", { text: z.string() }, async ({ text }) => {
  execSync(`grep -F -- ${quoted(text)} /srv/notes.txt`); // expect: proven shell
  return { content: [] };
});
