// Only the last part of the path is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const last = path.basename(name);
  await fs.copyFile("/srv/template.txt", path.join(ROOT, last));
  return { content: [{ type: "text", text: "done" }] };
});
