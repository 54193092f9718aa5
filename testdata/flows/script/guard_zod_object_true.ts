// A nested field that is a number.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { options: z.object({ lines: z.number().int().positive() }) } },
  async ({ options }) => {
    exec(`head -n ${options.lines} /srv/log.txt`);
    return { content: [{ type: "text", text: "done" }] };
  },
);
