// A generator yields what it was given.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function* commands(text: string): Generator<string> {
  yield "uptime";
  for (const line of text.split(";")) {
    yield `echo ${line}`;
  }
}

const server = new McpServer({ name: "generator", version: "1.0.0" });
server.tool("all", { text: z.string() }, async ({ text }) => {
  for (const command of commands(text)) {
    execSync(command); // expect: proven shell
  }
  return { content: [] };
});
