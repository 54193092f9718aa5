// The promise is awaited.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
async function isName(text: string): Promise<boolean> {
  return /^[a-z]+$/.test(text);
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!(await isName(name))) {
    throw new Error("Expected letters");
  }
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
