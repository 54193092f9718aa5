// A schema's expression that is not bound to its ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string().regex(/[a-z]+/) } },
  async ({ name }) => {
    exec(`id ${name}`); // expect: proven shell
    return { content: [{ type: "text", text: "done" }] };
  },
);
