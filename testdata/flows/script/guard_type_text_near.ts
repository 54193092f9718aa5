// That it is a text says nothing of the text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.any() }, async ({ value }) => {
  if (typeof value !== "string") {
    throw new Error("Expected a text");
  }
  exec(`kill ${value}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
