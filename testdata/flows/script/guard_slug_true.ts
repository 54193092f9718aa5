// A function that makes letters of a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";
function slug(text: string): string {
  return text.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  await fs.writeFile(path.join(ROOT, `${slug(name)}.md`), "x");
  return { content: [{ type: "text", text: "done" }] };
});
