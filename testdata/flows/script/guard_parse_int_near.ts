// parseInt reads as far as it can, and the text goes on.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.string() }, async ({ value }) => {
  if (Number.isNaN(parseInt(value, 10))) {
    throw new Error("Expected a number");
  }
  exec(`kill ${value}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
