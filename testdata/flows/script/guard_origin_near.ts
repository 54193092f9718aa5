// A part of the address that may be its path.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string() }, async ({ url }) => {
  if (!new URL(url).href.includes("//api.example.com")) {
    throw new Error("Expected the API");
  }
  await fetch(url); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
