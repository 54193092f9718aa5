// A variable of a whole function, and functions used above where they stand.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "hoisted", version: "1.0.0" });
server.tool("run", { name: z.string() }, handle);

async function handle({ name }) {
  if (name) {
    var line = build(name);
  }
  execSync(line); // expect: proven shell
  return { content: [] };
}

function build(name) {
  return "id " + name;
}
