// The folder itself lists what may be read.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import * as fs from "node:fs";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const listed = fs.readdirSync(ROOT);
  if (!listed.includes(name)) {
    throw new Error("No such file");
  }
  fs.readFileSync(path.join(ROOT, name), "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
