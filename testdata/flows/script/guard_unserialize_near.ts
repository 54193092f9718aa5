// A format that makes functions out of text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import serialize from "node-serialize";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  const state = serialize.unserialize(name); // expect: proven deserialization
  console.error(typeof state);
  return { content: [{ type: "text", text: "done" }] };
});
