// The names of an object's members are the program's own, whatever their values are.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "reports", version: "1.0.0" });

function columns(row: Record<string, unknown>): string {
  return Object.keys({ ...row }).join(",");
}

server.tool("report", { title: z.string(), author: z.string() }, async ({ title, author }) => {
  execSync(`report --columns ${columns({ title, author })}`);
  return { content: [] };
});
