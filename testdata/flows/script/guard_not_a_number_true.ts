// A text that is a number as a whole.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "kill", version: "1.0.0" });
server.tool("kill", { pid: z.string() }, async ({ pid }) => {
  if (!isNaN(Number(pid))) {
    execSync(`kill ${pid}`);
  }
  return { content: [] };
});
