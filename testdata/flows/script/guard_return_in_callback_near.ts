// A return within a callback leaves the callback alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  ["name"].forEach(() => {
    if (!/^[a-z]+$/.test(name)) return;
  });
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
