// The path is checked where the kind is another than the one that it is used for.
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
server.tool("edit", { steps: z.array(z.any()) }, async ({ steps }) => {
  const checked = [];
  for (const step of steps) {
    if (step.type === "insert") {
      step.from = await inside(step.from);
    }
    checked.push(step);
  }
  for (const step of checked) {
    if (step.type === "move") await fs.readFile(step.from); // expect: proven path
  }
  return { content: [] };
});
