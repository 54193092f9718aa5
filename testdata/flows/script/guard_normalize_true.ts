// Joined behind a root of its own first, a path cannot climb any more.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const clean = path.join("/", name);
  await fs.rm(path.join(ROOT, clean));
  return { content: [{ type: "text", text: "done" }] };
});
