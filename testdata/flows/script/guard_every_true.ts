// That every character is a letter is.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const LETTERS_ONLY = /^[a-z]+$/;

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!LETTERS_ONLY.test(name)) {
    throw new Error("Expected letters");
  }
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
