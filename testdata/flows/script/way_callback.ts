// A callback is given what was sent, some calls away.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "callback", version: "1.0.0" });

function withLines(text: string, each: (line: string) => void): void {
  for (const line of text.split("\n")) {
    each(line.trim());
  }
}

server.tool("batch", { script: z.string() }, async ({ script }) => {
  withLines(script, (line) => {
    exec(line); // expect: proven shell
  });
  return { content: [] };
});
