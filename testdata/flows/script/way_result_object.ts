// A function gives an object back, of which one field was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function plan(name: string): { line: string; count: number; fixed: string } {
  return { line: `id ${name}`, count: name.length, fixed: "id root" };
}

const server = new McpServer({ name: "plan", version: "1.0.0" });
server.tool("run", { name: z.string() }, async ({ name }) => {
  const { line, count, fixed } = plan(name);
  execSync(fixed);
  execSync(`head -n ${count} /srv/log.txt`);
  execSync(line); // expect: proven shell
  return { content: [] };
});
