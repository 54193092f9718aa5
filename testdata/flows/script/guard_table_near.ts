// What the table does not hold is used as it came.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS: Record<string, string> = { disk: "df -h", memory: "free -m" };

server.tool("run", { name: z.string() }, async ({ name }) => {
  const command = COMMANDS[name] ?? name;
  exec(command); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
