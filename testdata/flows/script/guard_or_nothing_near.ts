// A function that gives back nothing for a bad path; the caller then takes the path as it was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const ROOT = path.resolve("/srv/skills");

function safePath(...segments: string[]): string | null {
  const resolved = path.resolve(ROOT, ...segments);
  if (resolved !== ROOT && !resolved.startsWith(ROOT + path.sep)) {
    return null;
  }
  return resolved;
}

const server = new McpServer({ name: "skills", version: "1.0.0" });
server.tool("read", { name: z.string() }, async ({ name }) => {
  const file = safePath(name, "README.md") ?? path.join(ROOT, name);
  const text = readFileSync(file, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: `${text.length}` }] };
});
