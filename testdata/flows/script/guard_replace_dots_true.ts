// All but letters and digits are replaced.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const clean = name.replace(/[^a-z0-9_-]/gi, "_");
  await fs.writeFile(path.join(ROOT, clean), "x");
  return { content: [{ type: "text", text: "done" }] };
});
