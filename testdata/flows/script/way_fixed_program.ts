// A program with options of the server's own and data on its input.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "sort", version: "1.0.0" });

server.tool("sort", { text: z.string(), reverse: z.boolean() }, async ({ text, reverse }) => {
  const child = spawn("sort", reverse ? ["-r"] : []);
  child.stdin.write(text);
  child.stdin.end();
  return { content: [] };
});
