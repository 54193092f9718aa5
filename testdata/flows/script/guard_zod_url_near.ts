// Any URL may be asked for.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().url() }, async ({ name }) => {
  await request(name); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
