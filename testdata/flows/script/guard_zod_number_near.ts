// A schema that makes a text of anything.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { pid: z.coerce.string() }, async ({ pid }) => {
  exec(`kill ${pid}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
