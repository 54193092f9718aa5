// A function that calls another again and again.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

async function retried<T>(action: () => Promise<T>, times = 3): Promise<T> {
  let last: unknown;
  for (let i = 0; i < times; i++) {
    try {
      return await action();
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

const server = new McpServer({ name: "retry", version: "1.0.0" });
server.tool("ask", { url: z.string() }, async ({ url }) => {
  const answer = await retried(() => fetch(url)); // expect: proven url
  return { content: [{ type: "text", text: `${answer.status}` }] };
});
