// A number, or else a number of the server's own.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.string() }, async ({ value }) => {
  const lines = Number(value) || 10;
  exec(`head -n ${lines} /srv/log.txt`);
  return { content: [{ type: "text", text: "done" }] };
});
