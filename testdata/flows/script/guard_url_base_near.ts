// A base is ignored where the URL is whole in itself.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { place: z.string() }, async ({ place }) => {
  const target = new URL(place, "https://api.example.com/");
  await fetch(target); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
