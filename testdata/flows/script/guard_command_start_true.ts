// A command that is one of three.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (name !== "git status" && name !== "git log" && name !== "git diff") {
    throw new Error("Not allowed");
  }
  exec(name);
  return { content: [{ type: "text", text: "done" }] };
});
