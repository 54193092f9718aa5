// A list of arguments with a shell is a command line.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  spawn("git", ["log", "--", name], { shell: true }); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
