// Called by call, apply and a bound copy.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function run(program: string, argument: string): void {
  execSync(`${program} ${argument}`); // expect: proven shell
}

const server = new McpServer({ name: "apply", version: "1.0.0" });
server.tool("one", { name: z.string() }, async ({ name }) => {
  run.call(undefined, "id", name);
  return { content: [] };
});
