// The map is asked, and the answer not looked at.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const COMMANDS = new Map([["df", "df -h"], ["free", "free -m"]]);

server.tool("run", { name: z.string() }, async ({ name }) => {
  const known = COMMANDS.has(name);
  exec(known ? COMMANDS.get(name)! : `${name} --help`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
