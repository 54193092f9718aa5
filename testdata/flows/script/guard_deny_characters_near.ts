// Some characters of the shell are refused, others are not.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (/[;&|]/.test(name)) {
    throw new Error("Not allowed");
  }
  exec(`cat /var/log/${name}.log`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
