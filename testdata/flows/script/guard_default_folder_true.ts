// The helper takes the folder as a parameter, which the tools leave to its default.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";

function inside(file: string, base: string = process.cwd()): string {
  const full = path.resolve(base, file);
  if (!full.startsWith(base + path.sep)) throw new Error("Outside");
  return full;
}

function insideOf(file: string, { base = process.cwd() }: { base?: string } = {}): string {
  const full = path.resolve(base, file);
  if (!full.startsWith(base + path.sep)) throw new Error("Outside");
  return full;
}

const server = new McpServer({ name: "files", version: "1.0.0" });

server.tool("read", { file: z.string() }, async ({ file }) => {
  const text = fs.readFileSync(inside(file), "utf8");
  return { content: [{ type: "text", text: `${text.length}` }] };
});

server.tool("remove", { file: z.string() }, async ({ file }) => {
  fs.unlinkSync(insideOf(file));
  return { content: [] };
});
