// A list of arguments without a shell.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  spawn("git", ["log", "--", name], { shell: false });
  return { content: [{ type: "text", text: "done" }] };
});
