// A throw in the callback ends the call.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  for (const each of names) {
    if (!/^[a-z]+$/.test(each)) throw new Error("Expected letters");
    exec(`id ${each}`);
  }
  return { content: [{ type: "text", text: "done" }] };
});
