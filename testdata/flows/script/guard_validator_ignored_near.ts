// A validator whose answer nobody takes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function isName(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  isName(name);
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
