// Assigned by destructuring to names that are there.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "later", version: "1.0.0" });
server.tool("swap", { a: z.string() }, async (args) => {
  let first = "root";
  let second = "";
  ({ a: second } = args);
  execSync(`id ${first}`);
  [first, second] = [second, first];
  execSync(`id ${first}`); // expect: proven shell
  execSync(`id ${second}`);
  return { content: [] };
});
