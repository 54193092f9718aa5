// Taking out ../ once over makes a new one of ....//
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  const clean = name.replace(/\.\.\//g, "");
  await fs.readFile(path.join(ROOT, clean), "utf8"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
