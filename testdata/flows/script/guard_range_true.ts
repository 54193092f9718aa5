// Only a whole number passes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { port: z.any() }, async ({ port }) => {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error("Expected a port");
  }
  exec(`nc -z example.com ${port}`);
  return { content: [{ type: "text", text: "done" }] };
});
