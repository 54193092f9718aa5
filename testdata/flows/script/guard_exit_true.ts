// The program ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[a-z]+$/.test(name)) {
    process.exit(1);
  }
  execSync(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
