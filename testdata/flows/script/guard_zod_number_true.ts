// A schema that makes a number of anything.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { pid: z.coerce.number().int() }, async ({ pid }) => {
  exec(`kill ${pid}`);
  return { content: [{ type: "text", text: "done" }] };
});
