// Through JSON and back.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "json", version: "1.0.0" });
server.tool("work", { config: z.string() }, async ({ config }) => {
  const parsed = JSON.parse(config) as { scripts: { build: string } };
  const copy = structuredClone(parsed);
  execSync(copy.scripts.build); // expect: proven shell
  return { content: [] };
});
