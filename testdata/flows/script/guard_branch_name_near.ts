// A branch's name without blanks is still one that a shell reads.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function branchName(title: string): string {
  return `feature/${title.toLowerCase().replace(/\s+/g, "-").slice(0, 50)}`;
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("start", { title: z.string() }, async ({ title }) => {
  execSync(`git checkout -b ${branchName(title)}`); // expect: proven shell
  return { content: [] };
});
