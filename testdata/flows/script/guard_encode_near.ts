// Encoding a URI as a whole leaves its slashes and dots.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  await fs.readFile(path.join(ROOT, `${encodeURI(name)}.json`), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
