// A letter first, so that two dots alone do not pass.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^\w[\w.-]*$/.test(name)) {
    throw new Error("Expected a name");
  }
  await fs.rm(path.join(ROOT, name), { recursive: true });
  return { content: [{ type: "text", text: "done" }] };
});
