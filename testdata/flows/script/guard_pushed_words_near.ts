// Words are pushed one by one, the value before the two dashes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFileSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("log", { revision: z.string(), count: z.number() }, async ({ revision, count }) => {
  const words = ["log", `-n${count}`];
  words.push(revision);
  words.push("--");
  execFileSync("git", words); // expect: proven argument
  return { content: [] };
});
