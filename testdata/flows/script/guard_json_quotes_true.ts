// A list of arguments behind two dashes needs no quotes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  execFile("grep", ["-F", "--", name, "/srv/notes.txt"]);
  return { content: [{ type: "text", text: "done" }] };
});
