// A schema that takes any text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().describe("start, stop or restart") }, async ({ name }) => {
  exec(`service web ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
