// A function of the program's own that is named as a library's.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

function exec(text: string): number {
  return text.length;
}

const server = new McpServer({ name: "shadow", version: "1.0.0" });
server.tool("count", { text: z.string() }, async ({ text }) => {
  const length = exec(`count ${text}`);
  return { content: [{ type: "text", text: `${length}` }] };
});
