// A module's name out of the caller's text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  await import(path.join("/srv/plugins", name)); // expect: proven module
  return { content: [{ type: "text", text: "done" }] };
});
