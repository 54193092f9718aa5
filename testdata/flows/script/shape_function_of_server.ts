// Functions that are given the server and register tools on it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

export function registerGitTools(server: McpServer): void {
  server.tool("tag", { tag: z.string() }, async ({ tag }) => {
    execSync(`git tag ${tag}`); // expect: proven shell
    return { content: [] };
  });
}

export function createServer(): McpServer {
  const server = new McpServer({ name: "git", version: "1.0.0" });
  registerGitTools(server);
  return server;
}
