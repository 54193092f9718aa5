// The JSON of the arguments is parsed and held to a schema.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const Options = z.object({ count: z.number().int() });

const server = new McpServer({ name: "log", version: "1.0.0" });
server.tool("log", { options: z.string() }, async ({ options }) => {
  const { count } = Options.parse(JSON.parse(options));
  execSync(`git log -n ${count}`);
  return { content: [] };
});
