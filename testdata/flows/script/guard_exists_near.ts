// That a file exists says nothing of where it lies.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import * as fs from "node:fs";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const full = path.join(ROOT, name);
  if (!fs.existsSync(full)) {
    throw new Error("No such file");
  }
  fs.readFileSync(full, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
