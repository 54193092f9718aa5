// A part of a text of hosts: ample.com is in it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { host: z.string() }, async ({ host }) => {
  const hosts = "api.example.com,cdn.example.com";
  if (!hosts.includes(host)) {
    throw new Error("Expected a known host");
  }
  await fetch(`https://${host}/status`); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
