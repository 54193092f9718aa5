// The folder of the resolved path is the one.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const full = path.resolve(ROOT, name);
  if (path.dirname(full) !== ROOT) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(full, "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
