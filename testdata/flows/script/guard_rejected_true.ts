// A promise is rejected, and the function ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

function run(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!/^[a-z]+$/.test(name)) {
      reject(new Error("Expected letters"));
      return;
    }
    exec(`id ${name}`, () => resolve());
  });
}

const server = new McpServer({ name: "id", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  await run(name);
  return { content: [] };
});
