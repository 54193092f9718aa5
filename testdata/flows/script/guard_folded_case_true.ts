// The path is checked in the spelling that the system compares by.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOTS = ["/srv/data", "/srv/shared"];

function comparable(file: string): string {
  return process.platform === "win32" ? file.toLowerCase() : file;
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}

function isAllowed(file: string): boolean {
  const candidate = comparable(file);
  return ROOTS.some((root) => isInside(comparable(root), candidate));
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name);
  if (!isAllowed(file)) throw new Error("Outside of the folders");
  await fs.readFile(file, "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
