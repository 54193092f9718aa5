// assert throws.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import assert from "node:assert/strict";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  assert(/^[a-z]+$/.test(name));
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
