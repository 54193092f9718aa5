// The prefix is looked at before the dots are resolved.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    if (!name.startsWith("/srv/data/")) {
      throw new Error("Outside of the folder");
    }
    const full = path.resolve(name);
    await fs.readFile(full, "utf8"); // expect: proven path
    return { content: [{ type: "text", text: "done" }] };
  },
);
