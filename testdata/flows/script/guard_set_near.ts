// A set that the caller's own value was put into.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const allowed = new Set(["df", "free", name]);
  if (!allowed.has(name)) {
    throw new Error("Unknown command");
  }
  exec(name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
