// A list of what is refused is never complete.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (["rm", "dd", "mkfs"].includes(name)) {
    throw new Error("Not allowed");
  }
  execSync(name); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
