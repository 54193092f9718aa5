// The module is loaded where it is needed.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "dynamic", version: "1.0.0" });

server.tool("names", { name: z.string() }, async ({ name }) => {
  const { execSync } = await import("node:child_process");
  execSync(`id ${name}`); // expect: proven shell
  const fs = await import("node:fs");
  fs.rmSync(name); // expect: proven path
  return { content: [] };
});
