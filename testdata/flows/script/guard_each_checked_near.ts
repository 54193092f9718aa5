// A return in the callback goes on with the next.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  names.forEach((each) => {
    if (!/^[a-z]+$/.test(each)) return;
  });
  exec(`id ${names.join(" ")}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
