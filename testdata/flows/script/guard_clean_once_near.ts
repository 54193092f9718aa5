// Without the g flag only the first is replaced.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const clean = name.replace(/[^a-z0-9]/, "");
  exec(`id ${clean}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
