// A chain's check is caught before the chain goes on.
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
  await check(name).catch((error) => console.error("Refused", typeof error));
  execSync(`id ${name}`); // expect: proven shell
  return { content: [] };
});
