// A value joined to the option that it belongs to.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "rg", version: "1.0.0" });
server.tool("get", { text: z.string() }, async ({ text }) => {
  spawn("rg", [`--regexp=${text}`, "/srv/docs"]);
  return { content: [] };
});
