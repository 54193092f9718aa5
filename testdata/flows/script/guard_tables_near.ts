// A cache is asked with has, and filled with what is asked for.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const known = new Map<string, number>();

const server = new McpServer({ name: "cache", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  if (!known.has(command)) {
    known.set(command, Date.now());
  }
  execSync(command); // expect: proven shell
  return { content: [] };
});
