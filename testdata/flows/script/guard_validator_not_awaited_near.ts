// It will throw, but nobody waits for it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
async function assertName(text: string): Promise<void> {
  if (!/^[a-z]+$/.test(text)) {
    throw new Error("Expected letters");
  }
}

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    assertName(name);
    exec(`id ${name}`); // expect: proven shell
    return { content: [{ type: "text", text: "done" }] };
  },
);
