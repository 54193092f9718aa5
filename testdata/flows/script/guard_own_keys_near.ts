// The names of the members are those of a record that was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "reports", version: "1.0.0" });

function columns(row: Record<string, unknown>): string {
  return Object.keys({ ...row }).join(",");
}

server.tool("report", { row: z.record(z.string(), z.number()) }, async ({ row }) => {
  execSync(`report --columns ${columns(row)}`); // expect: proven shell
  return { content: [] };
});
