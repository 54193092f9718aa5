// A server as an agent class whose init registers tools.
import { McpAgent } from "agents/mcp";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

export class MyAgent extends McpAgent {
  server = new McpServer({ name: "agent", version: "1.0.0" });

  async init() {
    this.server.tool("ask", { url: z.string() }, async ({ url }) => {
      const answer = await fetch(url); // expect: proven url
      return { content: [{ type: "text", text: `${answer.status}` }] };
    });
    this.server.tool("add", { a: z.number(), b: z.number() }, async ({ a, b }) => {
      const answer = await fetch(`https://api.example.com/add?a=${a}&b=${b}`);
      return { content: [{ type: "text", text: `${answer.status}` }] };
    });
  }
}
