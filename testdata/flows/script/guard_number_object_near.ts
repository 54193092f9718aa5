// A number is checked, and the text beside it is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "kill", version: "1.0.0" });
server.tool("kill", { pid: z.string() }, async (args) => {
  const pid = Number(args.pid);
  if (!Number.isInteger(pid)) {
    console.error("No number");
  }
  execSync(`kill ${args.pid}`); // expect: proven shell
  return { content: [] };
});
