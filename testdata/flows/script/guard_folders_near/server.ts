// Some folders are allowed; a path is held against their names without an end.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const allowedFolders = process.argv.slice(2).map((folder) => path.resolve(folder));

async function validatePath(requested: string): Promise<string> {
  const full = path.resolve(requested);
  const isAllowed = allowedFolders.some((folder) => full.startsWith(folder));
  if (!isAllowed) {
    throw new Error("Access denied");
  }
  return await fs.realpath(full);
}

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("read", { file: z.string() }, async ({ file }) => {
  const valid = await validatePath(file);
  const text = await fs.readFile(valid, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: `${text.length}` }] };
});
