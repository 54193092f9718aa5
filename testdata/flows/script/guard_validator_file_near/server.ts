// A validator in another file that only tells.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";
import { checkName } from "./check.js";

const server = new McpServer({ name: "check", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  checkName(name);
  execSync(`id ${name}`); // expect: proven shell
  return { content: [] };
});
