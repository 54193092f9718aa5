// A tag of the program's own that joins a template.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function sh(parts: TemplateStringsArray, ...values: string[]): Buffer {
  const line = parts.reduce((all, part, at) => all + part + (values[at] ?? ""), "");
  return execSync(line); // expect: proven shell
}

const server = new McpServer({ name: "tag", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  sh`id ${name}`;
  return { content: [] };
});
