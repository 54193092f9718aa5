// One of them is letters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  if (!names.some((each) => /^[a-z]+$/.test(each))) {
    throw new Error("Expected letters");
  }
  exec(`id ${names.join(" ")}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
