// Optional members, optional calls and a value in place of nothing.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const hooks: { before?: (text: string) => string } = { before: (text) => text.trim() };
const server = new McpServer({ name: "optional", version: "1.0.0" });
const Options = z.object({ user: z.string().optional() }).optional();

server.tool("who", { options: Options }, async ({ options }) => {
  const user = options?.user ?? "root";
  const line = hooks.before?.(`id ${user}`) ?? "id";
  execSync(line); // expect: proven shell
  return { content: [] };
});
