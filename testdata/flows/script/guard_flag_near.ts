// A flag that is true from the start.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["df", "free"];

server.tool("run", { name: z.string() }, async ({ name }) => {
  let isKnown = true;
  for (const each of ALLOWED) {
    if (each === name) {
      isKnown = true;
    }
  }
  if (!isKnown) {
    throw new Error("Unknown command");
  }
  exec(name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
