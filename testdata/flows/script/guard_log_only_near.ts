// A check whose failure is only told to the operator.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!/^[a-z]+$/.test(name)) {
    console.error("An unusual name");
  }
  exec(`systemctl status ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
