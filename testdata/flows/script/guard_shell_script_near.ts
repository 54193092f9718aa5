// A shell as the program, with the value in its script.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  execFile("sh", ["-c", `ls -- ${name}`]); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
