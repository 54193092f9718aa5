// All but word characters are refused.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (/[^a-z0-9]/.test(name)) {
    throw new Error("Not allowed");
  }
  exec(`cat /var/log/${name}.log`);
  return { content: [{ type: "text", text: "done" }] };
});
