// A host's name that a slash ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { url: z.string() } },
  async ({ url }) => {
    if (!url.startsWith("https://api.example.com/v1/")) {
      throw new Error("Expected the API");
    }
    await request(url);
    return { content: [{ type: "text", text: "done" }] };
  },
);
