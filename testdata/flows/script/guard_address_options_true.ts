// A path out of the arguments, in options.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import https from "node:https";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { host: z.string() }, async ({ host }) => {
  https.get({ hostname: "api.example.com", path: `/hosts/${host}` });
  return { content: [{ type: "text", text: "done" }] };
});
