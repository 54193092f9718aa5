// Any scheme is opened by the system.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import open from "open";
import { z } from "zod";

const server = new McpServer({ name: "open", version: "1.0.0" });
server.tool("open", { url: z.string() }, async ({ url }) => {
  await open(url); // expect: proven open
  return { content: [] };
});
