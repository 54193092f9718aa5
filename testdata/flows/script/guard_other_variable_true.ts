// What is looked at is what is opened.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string(), label: z.string() }, async ({ name, label }) => {
  const full = path.resolve(ROOT, name);
  const shown = path.resolve(ROOT, label);
  if (!full.startsWith(ROOT + path.sep)) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(full, "utf8");
  return { content: [{ type: "text", text: shown }] };
});
