// A well-kept server: files named by a hash of what was asked for.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FOLDER = path.join(process.cwd(), ".cache");

function fileOf(key: string): string {
  const name = createHash("sha256").update(key).digest("hex");
  return path.join(FOLDER, `${name}.txt`);
}

const server = new McpServer({ name: "cache", version: "1.0.0" });

server.tool("put", { key: z.string(), text: z.string() }, async ({ key, text }) => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(key), text);
  return { content: [{ type: "text", text: "kept" }] };
});

server.tool("has", { key: z.string() }, async ({ key }) => {
  const file = fileOf(key);
  const length = existsSync(file) ? readFileSync(file, "utf8").length : 0;
  return { content: [{ type: "text", text: `${length}` }] };
});
