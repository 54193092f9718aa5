// A function that shortens a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";
function short(text: string): string {
  return text.trim().toLowerCase().slice(0, 40);
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  await fs.writeFile(path.join(ROOT, short(name)), "x"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
