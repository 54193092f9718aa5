// What one round of a loop writes, the next one runs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "loop", version: "1.0.0" });
server.tool("all", { names: z.array(z.string()) }, async ({ names }) => {
  let previous = "root";
  for (let i = 0; i < names.length; i++) {
    execSync(`id ${previous}`); // expect: proven shell
    previous = names[i]!;
  }
  return { content: [] };
});
