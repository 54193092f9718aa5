// Literals beside one another.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.union([z.literal("start"), z.literal("stop")]) }, async ({ name }) => {
  exec(`service web ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
