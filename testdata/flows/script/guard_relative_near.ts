// The way from the path to the folder says nothing of where the path lies.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const full = path.resolve(ROOT, name);
  const way = path.relative(full, ROOT);
  if (!way.startsWith("..")) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(full, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
