// An object of the module whose field one tool sets and another uses.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const state = { folder: "/srv/work", depth: 1 };

const server = new McpServer({ name: "state", version: "1.0.0" });
server.tool("enter", { folder: z.string() }, async ({ folder }) => {
  state.folder = folder;
  return { content: [] };
});
server.tool("list", {}, async () => {
  execSync(`ls ${state.folder}`); // expect: proven shell
  execSync(`git log -n ${state.depth}`);
  return { content: [] };
});
