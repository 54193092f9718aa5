// A helper runs a program with the words that it is given, the value behind two dashes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFileSync } from "node:child_process";
import { z } from "zod";

function git(words: string[]): string {
  return execFileSync("git", words, { encoding: "utf8" });
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("log", { file: z.string() }, async ({ file }) => {
  git(["log", "--", file]);
  return { content: [] };
});
