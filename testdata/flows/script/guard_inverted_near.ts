// What the list holds is refused, all else runs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = ["df", "free"];

server.tool("run", { name: z.string() }, async ({ name }) => {
  const command = COMMANDS.includes(name) ? "uptime" : name;
  exec(command); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
