// A name with something of the server's before it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.tool("run", { name: z.string() }, async ({ name }) => {
  await fs.writeFile(path.join(ROOT, `${randomUUID()}-${name}`), "x"); // expect: proven path
  return { content: [{ type: "text", text: "done" }] };
});
