// A value that starts with a dash is an option.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    execFile("git", ["log", name]); // expect: proven argument
    return { content: [{ type: "text", text: "done" }] };
  },
);
