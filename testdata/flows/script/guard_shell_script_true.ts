// A shell as the program, with the value as a parameter of its script.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  execFile("sh", ["-c", 'ls -- "$1"', "sh", name]);
  return { content: [{ type: "text", text: "done" }] };
});
