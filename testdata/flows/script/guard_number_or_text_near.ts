// A number, or else the text as it came.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.string() }, async ({ value }) => {
  const lines = Number(value) || value;
  exec(`head -n ${lines} /srv/log.txt`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
