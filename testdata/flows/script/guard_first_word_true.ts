// The whole command is held against the list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = new Set(["git status", "git log"]);

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    if (!ALLOWED.has(name)) {
      throw new Error("Not allowed");
    }
    exec(name);
    return { content: [{ type: "text", text: "done" }] };
  },
);
