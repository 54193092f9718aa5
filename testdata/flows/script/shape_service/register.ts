// Registers the tools of a service.
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import type { Git } from "./git.js";

export function registerTools(server: McpServer, git: Git): void {
  server.tool("checkout", { branch: z.string() }, async ({ branch }) => {
    git.checkout(branch);
    return { content: [] };
  });
}
