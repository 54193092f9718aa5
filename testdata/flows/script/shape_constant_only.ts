// What runs is written in the server; the argument is only told back.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const COMMANDS = ["uptime", "df -h"];
const server = new McpServer({ name: "fixed", version: "1.0.0" });

server.tool("report", { title: z.string() }, async ({ title }) => {
  const lines = COMMANDS.map((command) => execSync(command, { encoding: "utf8" }).length);
  return { content: [{ type: "text", text: `${title}: ${lines.join(", ")}` }] };
});
