// What was sent is told to the operator and counted, and nothing runs.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const counts = new Map<string, number>();
const server = new McpServer({ name: "count", version: "1.0.0" });

server.tool("count", { word: z.string() }, async ({ word }) => {
  counts.set(word, (counts.get(word) ?? 0) + 1);
  return { content: [{ type: "text", text: `${word}: ${counts.get(word)}` }] };
});
