// The member that is checked is not the one that is read.
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

function assertAllowed(options: { file: string; wanted: string; roots: readonly string[] }): void {
  const { file, roots } = options;
  if (roots.some((root) => isInside(root, file))) return;
  throw new Error("Outside of the folders");
}

server.tool("run", { name: z.string(), other: z.string() }, async ({ name, other }) => {
  const file = path.resolve(name);
  const wanted = path.resolve(other);
  assertAllowed({ file, wanted, roots: ROOTS });
  await fs.readFile(wanted, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
