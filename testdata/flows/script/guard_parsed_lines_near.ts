// The JSON of the arguments is parsed to what its author said it is.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

interface Options {
  count: number;
}

const server = new McpServer({ name: "log", version: "1.0.0" });
server.tool("log", { options: z.string() }, async ({ options }) => {
  const { count } = JSON.parse(options) as Options;
  execSync(`git log -n ${count}`); // expect: proven shell
  return { content: [] };
});
