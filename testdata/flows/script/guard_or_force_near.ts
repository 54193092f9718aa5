// The caller may wave the check away.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = ["df", "free"];

server.tool("run", { name: z.string(), force: z.boolean() }, async ({ name, force }) => {
  if (!COMMANDS.includes(name) && !force) {
    throw new Error("Not allowed");
  }
  exec(name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
