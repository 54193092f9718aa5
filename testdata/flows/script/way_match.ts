// What a group of an expression caught.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "match", version: "1.0.0" });
server.tool("ask", { text: z.string() }, async ({ text }) => {
  const found = /^run (.+)$/.exec(text);
  if (found) execSync(found[1]!); // expect: proven shell
  const named = text.match(/host=(?<host>.+)/);
  execSync(`ping ${named?.groups?.host}`); // expect: proven shell
  for (const [, word] of text.matchAll(/\[(.+?)\]/g)) {
    execSync(`id ${word}`); // expect: proven shell
  }
  return { content: [] };
});
