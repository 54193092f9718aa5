// A helper is given the resolved path, and looks at its start.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";

const ROOT = "/srv/data";

function isInside(full: string): boolean {
  return full === ROOT || full.startsWith(ROOT + path.sep);
}

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("remove", { file: z.string() }, async ({ file }) => {
  const full = path.resolve(ROOT, file);
  if (!isInside(full)) {
    throw new Error("Outside of the folder");
  }
  fs.rmSync(full);
  return { content: [] };
});
