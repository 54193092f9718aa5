// A number is made of the text, and used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "kill", version: "1.0.0" });
server.tool("kill", { pid: z.string() }, async (args) => {
  const pid = Number.parseInt(args.pid, 10);
  if (!Number.isInteger(pid)) {
    throw new Error("No number");
  }
  execSync(`kill ${pid}`);
  return { content: [] };
});
