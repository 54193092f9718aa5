// The last part is taken, and the whole put before it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const last = path.basename(name);
  await fs.copyFile("/srv/template.txt", path.join(ROOT, name, last)); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
