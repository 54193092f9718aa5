// The names are changed one by one.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["root", "daemon"];

server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  const chosen = names.map((each) => each.trim());
  exec(`id ${chosen.join(" ")}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
