// Both ways are checked.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string(), mode: z.string() }, async ({ name, mode }) => {
  if (mode === "strict") {
    if (!/^[a-z]+$/.test(name)) {
      throw new Error("Expected letters");
    }
  } else if (!/^[a-z0-9]+$/.test(name)) {
    throw new Error("Expected letters and digits");
  }
  exec(`id ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
