// The list of what is allowed is the server's.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["uptime", "df"];

server.tool("run", { name: z.string(), allowed: z.array(z.string()) }, async ({ name, allowed }) => {
  if (!ALLOWED.includes(name)) {
    throw new Error("Not allowed");
  }
  execSync(name);
  return { content: [{ type: "text", text: allowed.join() }] };
});
