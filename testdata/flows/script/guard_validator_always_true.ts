// A validator that does not.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function isName(text: string): boolean {
  if (/^[a-z]+$/.test(text)) return true;
  return false;
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!isName(name)) {
    throw new Error("Expected letters");
  }
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
