// A check two files away that gives back false where it should throw.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { rmSync } from "node:fs";
import { z } from "zod";
import { ensureInside } from "./guards.js";

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("remove", { file: z.string() }, async ({ file }) => {
  ensureInside(file);
  rmSync(file); // expect: proven path
  return { content: [] };
});
