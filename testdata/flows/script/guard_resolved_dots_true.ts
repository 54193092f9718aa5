// The way from the folder to the path does not climb, which a function of its own tells.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

function climbs(way: string): boolean {
  return way.startsWith("..") || path.isAbsolute(way);
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name);
  const way = path.relative(ROOT, file);
  if (climbs(way)) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(file, "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
