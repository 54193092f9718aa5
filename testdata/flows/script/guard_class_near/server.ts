// A validator in a class, whose method answers and is not asked.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";
import { Policy } from "./policy.js";

const policy = new Policy();
const server = new McpServer({ name: "shell", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  const allowed = policy.allows(command);
  execSync(command); // expect: proven shell
  return { content: [{ type: "text", text: `${allowed}` }] };
});
