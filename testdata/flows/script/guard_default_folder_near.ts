// The helper's folder is a default, which one tool overrules with what it is sent; another helper's
// check has no separator.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";

function inside(file: string, base: string = process.cwd()): string {
  const full = path.resolve(base, file);
  if (!full.startsWith(base + path.sep)) throw new Error("Outside");
  return full;
}

function beside(file: string, base: string = process.cwd()): string {
  const full = path.resolve(base, file);
  if (!full.startsWith(base)) throw new Error("Outside");
  return full;
}

const server = new McpServer({ name: "files", version: "1.0.0" });

server.tool("read", { file: z.string(), folder: z.string() }, async ({ file, folder }) => {
  const text = fs.readFileSync(inside(file, folder), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: `${text.length}` }] };
});

server.tool("remove", { file: z.string() }, async ({ file }) => {
  fs.unlinkSync(beside(file)); // expect: proven path
  return { content: [] };
});
