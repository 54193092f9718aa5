// One name of this machine is refused; it has many.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { url: z.string().url() }, async ({ url }) => {
  const target = new URL(url);
  if (target.hostname === "localhost" || target.hostname === "127.0.0.1") {
    throw new Error("No local addresses");
  }
  await fetch(target.href); // expect: proven url
  return { content: [{ type: "text", text: "done" }] };
});
