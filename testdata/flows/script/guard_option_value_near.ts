// A value on its own, where an option could stand.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "curl", version: "1.0.0" });
server.tool("get", { place: z.string() }, async ({ place }) => {
  spawn("rg", [place, "/srv/docs"]); // expect: proven argument
  return { content: [] };
});
