// A wrapper around handlers that checks, and throws.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

type Args = { name: string };

function checked(handler: (args: Args) => Promise<{ content: [] }>) {
  return async (args: Args) => {
    if (!/^[a-z]+$/.test(args.name)) {
      throw new Error("Expected letters");
    }
    return await handler(args);
  };
}

const server = new McpServer({ name: "id", version: "1.0.0" });
server.tool("id", { name: z.string() }, checked(async ({ name }) => {
  execSync(`id ${name}`);
  return { content: [] };
}));
