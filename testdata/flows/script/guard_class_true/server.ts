// A validator in a class, whose method answers and is asked.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";
import { Policy } from "./policy.js";

const policy = new Policy();
const server = new McpServer({ name: "shell", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  if (!policy.allows(command)) {
    throw new Error("Not allowed");
  }
  execSync(command);
  return { content: [] };
});
