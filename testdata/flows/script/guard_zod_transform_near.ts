// A transformation into another text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { lines: z.string().transform((text) => text.trim()) }, async ({ lines }) => {
  exec(`head -n ${lines} /srv/log.txt`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
