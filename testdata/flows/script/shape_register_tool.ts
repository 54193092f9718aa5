// registerTool with a configuration and a handler that is declared elsewhere.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFileSync } from "node:child_process";
import { z } from "zod";

type Input = { url: string; depth?: number };

async function cloneRepository({ url, depth = 1 }: Input) {
  execFileSync("git", ["clone", `--depth=${depth}`, url, "/srv/work"]); // expect: proven argument
  return { content: [{ type: "text" as const, text: "cloned" }] };
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.registerTool(
  "clone",
  {
    title: "Clone",
    description: "Clones a repository",
    inputSchema: { url: z.string(), depth: z.number().optional() },
  },
  cloneRepository,
);
