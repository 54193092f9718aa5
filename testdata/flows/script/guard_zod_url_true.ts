// A URL of one host, as a refinement says.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string().url().refine((text) => new URL(text).hostname === "api.example.com") }, async ({ name }) => {
  await request(name);
  return { content: [{ type: "text", text: "done" }] };
});
