// That an argument was given says nothing of it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = { df: true, free: true };

server.tool("run", { name: z.string() }, async (args) => {
  if (!Object.hasOwn(args, "name")) {
    throw new Error("Expected a name");
  }
  exec(args.name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
