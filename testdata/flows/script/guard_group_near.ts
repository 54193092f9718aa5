// A group that takes anything.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    const found = name.match(/^v(.+)$/);
    if (!found) {
      throw new Error("Expected a version");
    }
    exec(`git checkout release-${found[1]}`); // expect: proven shell
    return { content: [{ type: "text", text: "done" }] };
  },
);
