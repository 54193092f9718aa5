// A host's name that may go on: api.example.com.other.example.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { request } from "undici";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { url: z.string() } },
  async ({ url }) => {
    if (!url.startsWith("https://api.example.com")) {
      throw new Error("Expected the API");
    }
    await request(url); // expect: proven url
    return { content: [{ type: "text", text: "done" }] };
  },
);
