// What is put behind a host cannot change it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { place: z.string() }, async ({ place }) => {
  const target = new URL("https://api.example.com/items/" + place);
  await fetch(target);
  return { content: [{ type: "text", text: "done" }] };
});
