// A UUID has no character that a shell reads.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().uuid() }, async ({ name }) => {
  exec(`docker inspect ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
