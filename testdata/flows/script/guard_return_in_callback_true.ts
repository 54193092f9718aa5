// A return within a loop leaves the handler.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  for (const each of [name]) {
    if (!/^[a-z]+$/.test(each)) {
      return { content: [{ type: "text", text: "refused" }] };
    }
    exec(`id ${each}`);
  }
  return { content: [{ type: "text", text: "done" }] };
});
