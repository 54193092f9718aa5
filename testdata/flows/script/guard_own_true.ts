// That the table has it does.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = { df: true, free: true };

server.tool("run", { name: z.string() }, async (args) => {
  if (!Object.hasOwn(COMMANDS, args.name)) {
    throw new Error("Expected a known name");
  }
  exec(args.name);
  return { content: [{ type: "text", text: "done" }] };
});
