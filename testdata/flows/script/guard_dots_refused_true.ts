// A path without dots, joined below a folder, stays there.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (name.includes("..")) {
    throw new Error("No climbing");
  }
  await fs.readFile(path.join(ROOT, name), "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
