// A path that was made absolute begins with no dots, wherever it lies.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const file = path.resolve(ROOT, name);
  if (file.startsWith("..")) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(file, "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
