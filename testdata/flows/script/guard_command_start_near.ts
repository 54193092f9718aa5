// A command that starts well may go on.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!name.startsWith("git ")) {
    throw new Error("Not allowed");
  }
  exec(name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
