// A function that calls itself with a part of what it was given.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function runAll(lines: string[], at: number): void {
  if (at >= lines.length) return;
  execSync(lines[at]); // expect: proven shell
  runAll(lines, at + 1);
}

const server = new McpServer({ name: "recursion", version: "1.0.0" });
server.tool("all", { script: z.string() }, async ({ script }) => {
  runAll(script.split("\n"), 0);
  return { content: [] };
});
