// What was sent is written over before it is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "over", version: "1.0.0" });
server.tool("run", { name: z.string() }, async ({ name }) => {
  let user = name;
  const shown = user.toUpperCase();
  user = "root";
  execSync(`id ${user}`);
  return { content: [{ type: "text", text: shown }] };
});
