// A host that ends alike: evilexample.com.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string() }, async ({ url }) => {
  const { hostname } = new URL(url);
  if (!hostname.endsWith("example.com")) {
    throw new Error("Expected our domain");
  }
  await fetch(url); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
