// An asynchronous generator and its loop.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

async function* words(text: string): AsyncGenerator<string> {
  for (const word of text.split(" ")) {
    yield word;
  }
}

const server = new McpServer({ name: "await", version: "1.0.0" });
server.tool("all", { text: z.string() }, async ({ text }) => {
  for await (const word of words(text)) {
    execSync(`id ${word}`); // expect: proven shell
  }
  return { content: [] };
});
