// The list of what is allowed comes from the caller too.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string(), allowed: z.array(z.string()) }, async ({ name, allowed }) => {
  if (!allowed.includes(name)) {
    throw new Error("Not allowed");
  }
  execSync(name); // expect: proven shell
});
