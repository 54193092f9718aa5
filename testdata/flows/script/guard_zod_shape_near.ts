// A schema kept in a variable, whose field is a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const Shape = z.object({ all: z.string() });

server.tool("run", { ...Shape.shape }, async (args) => {
  exec(`ls ${args.all}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
