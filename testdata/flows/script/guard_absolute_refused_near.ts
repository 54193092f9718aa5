// A path that is not absolute may still climb.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = "/srv/data";

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    if (path.isAbsolute(name)) {
      throw new Error("Expected a relative path");
    }
    await fs.readFile(path.resolve(ROOT, name), "utf8"); // expect: proven path
    return { content: [{ type: "text", text: "done" }] };
  },
);
