// A branch's name of letters, digits and dashes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function branchName(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `feature/${words.slice(0, 50)}`;
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("start", { title: z.string() }, async ({ title }) => {
  execSync(`git checkout -b ${branchName(title)}`);
  return { content: [] };
});
