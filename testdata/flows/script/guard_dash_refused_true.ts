// A dash at the start is refused.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (name.startsWith("-")) {
    throw new Error("No options");
  }
  execFile("git", ["log", name]);
  return { content: [{ type: "text", text: "done" }] };
});
