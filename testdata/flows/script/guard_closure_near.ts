// Made before the check, and called before it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const run = (): void => {
    exec(`id ${name}`); // expect: proven shell
  };
  run();
  if (!/^[a-z]+$/.test(name)) {
    throw new Error("Expected letters");
  }
  return { content: [{ type: "text", text: "done" }] };
});
