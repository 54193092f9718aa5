// A dash is refused anywhere but where it matters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (name.endsWith("-")) {
    throw new Error("No options");
  }
  execFile("git", ["log", name]); // expect: proven argument
  return { content: [{ type: "text", text: "done" }] };
});
