// A function of its own checks a member of the options that it is given.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOTS = ["/srv/data", "/srv/shared"];

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}

function assertAllowed(options: { file: string; roots: readonly string[] }): void {
  const { file, roots } = options;
  if (roots.some((root) => isInside(root, file))) return;
  throw new Error("Outside of the folders");
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const file = path.resolve(name);
  assertAllowed({ file, roots: ROOTS });
  await fs.readFile(file, "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
