// The folder of a path that was not resolved.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (path.dirname(name) !== path.dirname(`${name}.md`)) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(path.resolve(ROOT, name), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
