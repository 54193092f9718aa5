// A well-kept server: addresses put together behind a fixed host, with encoded parts.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const BASE = "https://weather.example.com/v1";

async function ask<T>(url: string): Promise<T | null> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    const answer = await fetch(url, {
      headers: { accept: "application/json" },
      signal: controller.signal,
    });
    if (!answer.ok) {
      throw new Error(`Status ${answer.status}`);
    }
    return (await answer.json()) as T;
  } catch (error) {
    console.error("The weather could not be asked", error instanceof Error ? error.name : "");
    return null;
  } finally {
    clearTimeout(timer);
  }
}

const server = new McpServer({ name: "weather", version: "1.0.0" });

server.tool("alerts", { state: z.string().length(2) }, async ({ state }) => {
  const data = await ask<{ alerts: unknown[] }>(`${BASE}/alerts/${encodeURIComponent(state)}`);
  return { content: [{ type: "text", text: `${data?.alerts.length ?? 0} alerts` }] };
});

server.tool(
  "forecast",
  { latitude: z.number().min(-90).max(90), longitude: z.number(), place: z.string().optional() },
  async ({ latitude, longitude, place }) => {
    const query = new URLSearchParams({ lat: `${latitude}`, lon: `${longitude}` });
    if (place) query.set("place", place);
    const data = await ask<{ days: { summary: string }[] }>(`${BASE}/forecast?${query.toString()}`);
    return { content: [{ type: "text", text: `${data?.days.length ?? 0} days` }] };
  },
);

const transport = new StdioServerTransport();
await server.connect(transport);
