// Some folders are allowed; a path is one of them or lies below one.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const allowedFolders = process.argv.slice(2).map((folder) => path.resolve(folder));

async function validatePath(requested: string): Promise<string> {
  const full = await fs.realpath(path.resolve(requested));
  const isAllowed = allowedFolders.some((folder) =>
    full === folder || full.startsWith(folder + path.sep)
  );
  if (!isAllowed) {
    throw new Error("Access denied");
  }
  return full;
}

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("read", { file: z.string() }, async ({ file }) => {
  const valid = await validatePath(file);
  const text = await fs.readFile(valid, "utf8");
  return { content: [{ type: "text", text: `${text.length}` }] };
});
