// The path is resolved first, then its prefix is looked at.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    const full = path.resolve(name);
    if (!full.startsWith("/srv/data/")) {
      throw new Error("Outside of the folder");
    }
    await fs.readFile(full, "utf8");
    return { content: [{ type: "text", text: "done" }] };
  },
);
