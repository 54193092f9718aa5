// What is thrown with it is caught and used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "error", version: "1.0.0" });
server.tool("work", { name: z.string() }, async ({ name }) => {
  try {
    throw new Error(`No ${name}`);
  } catch (error) {
    execSync(`logger ${(error as Error).message}`); // expect: proven shell
  }
  return { content: [] };
});
