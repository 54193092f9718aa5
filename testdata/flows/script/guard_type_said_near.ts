// A type assertion changes nothing at run time.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { value: z.string() }, async ({ value }) => {
  const pid = value as unknown as number;
  exec(`kill ${pid}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
