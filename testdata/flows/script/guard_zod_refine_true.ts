// A refinement that asks for letters alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().refine((text) => /^[a-z]+$/.test(text)) }, async ({ name }) => {
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
