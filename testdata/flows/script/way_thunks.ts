// Functions kept in a list and called later.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "thunks", version: "1.0.0" });
server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  const steps: (() => void)[] = [];
  for (const name of names) {
    steps.push(() => execSync(`id ${name}`)); // expect: proven shell
  }
  for (const step of steps) step();
  return { content: [] };
});
