// The whole name is letters, with one ending.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[a-z]+\.md$/.test(name)) {
    throw new Error("Expected a Markdown file");
  }
  await fs.readFile(path.join(ROOT, name), "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
