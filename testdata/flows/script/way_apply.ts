// Called by apply with a list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function run(program: string, argument: string): void {
  execSync(`${program} ${argument}`); // expect: proven shell
}

const server = new McpServer({ name: "apply", version: "1.0.0" });
server.tool("two", { name: z.string() }, async ({ name }) => {
  run.apply(undefined, ["id", name]);
  return { content: [] };
});
