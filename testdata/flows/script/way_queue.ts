// A queue of the module, filled by a tool and worked off by another function.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const queue: string[] = [];

function work(): void {
  const next = queue.shift();
  if (next) execSync(next); // expect: proven shell
}
setInterval(work, 1000);

const server = new McpServer({ name: "queue", version: "1.0.0" });
server.tool("add", { command: z.string() }, async ({ command }) => {
  queue.push(command);
  return { content: [] };
});
