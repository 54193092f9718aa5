// An expression bound to both ends, made of a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { name: z.string() } },
  async ({ name }) => {
    const form = new RegExp("^[a-z][a-z0-9]*$");
    if (!form.test(name)) {
      throw new Error("Expected letters");
    }
    execSync("docker inspect " + name);
    return { content: [{ type: "text", text: "done" }] };
  },
);
