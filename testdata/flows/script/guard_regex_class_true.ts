// A class of word characters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^\w+$/.test(name)) {
    throw new Error("Expected one word");
  }
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
