// A chain's check is not caught.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

async function check(name: string): Promise<void> {
  if (!/^[a-z]+$/.test(name)) {
    throw new Error("Expected letters");
  }
}

const server = new McpServer({ name: "id", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  await check(name);
  execSync(`id ${name}`);
  return { content: [] };
});
