// That it is a number is enough.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.any() }, async ({ value }) => {
  if (typeof value !== "number") {
    throw new Error("Expected a number");
  }
  exec(`kill ${value}`);
  return { content: [{ type: "text", text: "done" }] };
});
