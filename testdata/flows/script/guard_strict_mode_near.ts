// The check is left out where the operator says so.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const STRICT = process.env.STRICT === "1";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (STRICT && !/^[a-z]+$/.test(name)) {
    throw new Error("Expected letters");
  }
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
