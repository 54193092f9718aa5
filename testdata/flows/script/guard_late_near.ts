// The check comes after the harm.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  execSync(`id ${name}`); // expect: proven shell
  if (!/^[a-z]+$/.test(name)) {
    throw new Error("Expected letters");
  }
  return { content: [{ type: "text", text: "done" }] };
});
