// A code is set for the end, which does not come yet.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[a-z]+$/.test(name)) {
    process.exitCode = 1;
  }
  execSync(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
