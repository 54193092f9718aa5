// A refinement that asks for some characters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().refine((text) => text.length > 0) }, async ({ name }) => {
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
