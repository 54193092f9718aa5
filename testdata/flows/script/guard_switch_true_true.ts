// Only what a condition takes runs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  switch (true) {
    case /^[a-z]+$/.test(name):
      exec(`id ${name}`);
      break;
    default:
      throw new Error("Expected letters");
  }
  return { content: [{ type: "text", text: "done" }] };
});
