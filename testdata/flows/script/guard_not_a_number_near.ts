// isNaN of a text that starts as a number is asked the other way round.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "kill", version: "1.0.0" });
server.tool("kill", { pid: z.string() }, async ({ pid }) => {
  if (!isNaN(parseInt(pid))) {
    execSync(`kill ${pid}`); // expect: proven shell
  }
  return { content: [] };
});
