// The folders that are allowed are given to the function that asks.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isWithin } from "./paths.js";

const folders = process.argv.slice(2).map((each) => path.resolve(each));
const server = new McpServer({ name: "files", version: "1.0.0" });

server.tool("read", { file: z.string() }, async ({ file }) => {
  const full = path.resolve(file);
  if (!isWithin(full, folders)) {
    throw new Error("Access denied");
  }
  const text = await fs.readFile(full, "utf8");
  return { content: [{ type: "text", text: `${text.length}` }] };
});
