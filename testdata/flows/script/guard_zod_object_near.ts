// A nested field that may be any text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { options: z.object({ lines: z.string() }) } },
  async ({ options }) => {
    exec(`head -n ${options.lines} /srv/log.txt`); // expect: proven shell
    return { content: [{ type: "text", text: "done" }] };
  },
);
