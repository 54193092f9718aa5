// A table of the server's is asked with has.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const known = new Map<string, number>([["uptime", 1], ["df", 2]]);

const server = new McpServer({ name: "cache", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  if (!known.has(command)) {
    throw new Error("Unknown command");
  }
  execSync(command);
  return { content: [] };
});
