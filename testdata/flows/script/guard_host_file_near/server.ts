// A check in another file that parses a URL and looks at its scheme alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { validateUrl } from "./urls.js";

const server = new McpServer({ name: "web", version: "1.0.0" });
server.tool("ask", { url: z.string() }, async ({ url }) => {
  validateUrl(url);
  const answer = await fetch(url); // expect: proven url
  return { content: [{ type: "text", text: `${answer.status}` }] };
});
