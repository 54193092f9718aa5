// What no condition takes runs as well.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  switch (true) {
    case name.length > 40:
      throw new Error("Too long");
    default:
      exec(`id ${name}`); // expect: proven shell
  }
  return { content: [{ type: "text", text: "done" }] };
});
