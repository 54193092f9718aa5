// Encoding one component takes the slashes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  await fs.readFile(path.join(ROOT, `${encodeURIComponent(name)}.json`), "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
