// Only names of the list are left.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ALLOWED = ["root", "daemon"];

server.tool("run", { names: z.array(z.string()) }, async ({ names }) => {
  const chosen = names.filter((each) => ALLOWED.includes(each));
  exec(`id ${chosen.join(" ")}`);
  return { content: [{ type: "text", text: "done" }] };
});
