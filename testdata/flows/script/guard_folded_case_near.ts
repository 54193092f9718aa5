// What is checked is only the last part of the path.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOTS = ["/srv/data", "/srv/shared"];

function lastPart(file: string): string {
  return path.basename(file);
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, path.resolve(root, file));
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}

function isAllowed(file: string): boolean {
  const candidate = lastPart(file);
  return ROOTS.some((root) => isInside(root, candidate));
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name);
  if (!isAllowed(file)) throw new Error("Outside of the folders");
  await fs.readFile(file, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
