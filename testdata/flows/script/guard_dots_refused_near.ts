// Without dots a path may still be absolute, which resolve takes as it is.
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
  await fs.readFile(path.resolve(ROOT, name), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
