// A spread whose field is written over behind it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "spread", version: "1.0.0" });

server.tool("logs", { unit: z.string() }, async (args) => {
  const options = { ...args, unit: "web" };
  execSync(`journalctl -u ${options.unit}`);
  return { content: [] };
});
