// It runs where it was found.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["df", "free"];

server.tool("run", { name: z.string() }, async ({ name }) => {
  for (const each of ALLOWED) {
    if (each === name) {
      exec(name);
    }
  }
  return { content: [{ type: "text", text: "done" }] };
});
