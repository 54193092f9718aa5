// A flag that only the check sets.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["df", "free"];

server.tool("run", { name: z.string() }, async ({ name }) => {
  const isKnown = ALLOWED.includes(name);
  if (!isKnown) {
    throw new Error("Unknown command");
  }
  exec(name);
  return { content: [{ type: "text", text: "done" }] };
});
