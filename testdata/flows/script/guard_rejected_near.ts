// A promise is rejected, and what follows still runs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

function run(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!/^[a-z]+$/.test(name)) {
      reject(new Error("Expected letters"));
    }
    exec(`id ${name}`, () => resolve()); // expect: proven shell
  });
}

const server = new McpServer({ name: "id", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  await run(name);
  return { content: [] };
});
