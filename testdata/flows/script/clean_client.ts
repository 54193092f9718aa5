// A well-kept server: one client for an API, whose address the operator sets.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

class ApiClient {
  constructor(private readonly base: string, private readonly token: string) {}

  async get(place: string, query: Record<string, string | number> = {}): Promise<number> {
    const url = new URL(`${this.base}${place}`);
    for (const [key, value] of Object.entries(query)) {
      url.searchParams.set(key, String(value));
    }
    const answer = await fetch(url, { headers: { authorization: `Bearer ${this.token}` } });
    return answer.status;
  }

  async post(place: string, body: unknown): Promise<number> {
    const answer = await fetch(`${this.base}${place}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.status;
  }
}

const client = new ApiClient(
  process.env.TRACKER_URL ?? "https://tracker.example.com",
  process.env.TRACKER_TOKEN ?? "",
);
const server = new McpServer({ name: "tracker", version: "1.0.0" });

server.tool("issue", { key: z.string() }, async ({ key }) => {
  const status = await client.get(`/issues/${encodeURIComponent(key)}`);
  return { content: [{ type: "text", text: `${status}` }] };
});

server.tool("search", { text: z.string(), page: z.number() }, async ({ text, page }) => {
  const status = await client.get("/search", { text, page });
  return { content: [{ type: "text", text: `${status}` }] };
});

server.tool("create", { title: z.string(), labels: z.array(z.string()) }, async (args) => {
  const status = await client.post("/issues", { ...args, source: "mcp" });
  return { content: [{ type: "text", text: `${status}` }] };
});
