// A path's check in another file, which gives back what it was given.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import { z } from "zod";
import { inside } from "./paths.js";

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("read", { file: z.string() }, async ({ file }) => {
  const text = await fs.readFile(inside(file), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: `${text.length}` }] };
});
