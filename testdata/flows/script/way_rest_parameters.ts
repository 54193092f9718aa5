// Any number of words, gathered and spread again.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function shell(...words: string[]): void {
  execSync(words.join(" ")); // expect: proven shell
}

function git(...words: string[]): void {
  shell("git", ...words);
}

const server = new McpServer({ name: "rest", version: "1.0.0" });
server.tool("tag", { tag: z.string() }, async ({ tag }) => {
  git("tag", tag);
  return { content: [] };
});
