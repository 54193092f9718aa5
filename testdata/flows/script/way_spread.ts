// An object spread into another, and a list into a call.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFileSync, execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "spread", version: "1.0.0" });
const defaults = { unit: "web", lines: 10 };

server.tool("logs", { unit: z.string(), flags: z.array(z.string()) }, async (args) => {
  const options = { ...defaults, ...args };
  execSync(`journalctl -u ${options.unit}`); // expect: proven shell
  const list = ["log", ...args.flags];
  execFileSync("git", list); // expect: proven argument
  return { content: [] };
});
