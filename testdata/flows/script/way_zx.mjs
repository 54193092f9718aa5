// A tag of a package that quotes what it is given, and its options that do not.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { $ } from "zx";

const server = new McpServer({ name: "zx", version: "1.0.0" });
server.tool("show", { name: z.string() }, async ({ name }) => {
  await $`cat -- ${name}`;
  return { content: [] };
});
