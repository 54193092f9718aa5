// Without the m flag, the ends are those of the text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[a-z]+$/i.test(name)) {
    throw new Error("Expected letters");
  }
  exec(`systemctl status ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
