// The table is the server's.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = { df: true, free: true };

server.tool("run", { name: z.string(), extra: z.record(z.string()) }, async ({ name, extra }) => {
  if (!(name in COMMANDS)) {
    throw new Error("Unknown command");
  }
  exec(name);
  return { content: [{ type: "text", text: Object.keys(extra).join() }] };
});
