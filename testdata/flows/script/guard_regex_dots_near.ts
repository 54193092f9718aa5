// Letters, digits and dots: two dots alone pass.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[\w.-]+$/.test(name)) {
    throw new Error("Expected a name");
  }
  await fs.rm(path.join(ROOT, name), { recursive: true }); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
