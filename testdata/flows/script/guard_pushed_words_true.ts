// Words are pushed one by one, the value behind the two dashes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFileSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("log", { file: z.string(), count: z.number() }, async ({ file, count }) => {
  const words = ["log", `-n${count}`];
  words.push("--");
  words.push(file);
  execFileSync("git", words);
  return { content: [] };
});
