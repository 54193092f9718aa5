// A length says nothing of the characters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().min(1).max(36) }, async ({ name }) => {
  exec(`docker inspect ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
