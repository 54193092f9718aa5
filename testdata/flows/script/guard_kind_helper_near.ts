// The path is replaced behind the check.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const ROOT = "/srv/files";

async function inside(name: string): Promise<string> {
  const full = await fs.realpath(path.resolve(ROOT, name));
  if (!full.startsWith(ROOT + path.sep)) throw new Error("Outside");
  return full;
}

const server = new McpServer({ name: "edit", version: "1.0.0" });
server.tool("edit", { step: z.any(), other: z.string() }, async ({ step, other }) => {
  if (step.type === "insert") {
    step.from = await inside(step.from);
  }
  step.from = other;
  if (step.type === "insert") await fs.readFile(step.from); // expect: proven path
  return { content: [] };
});
