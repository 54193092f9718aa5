// Called by a copy that is bound to its first argument.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

function run(program: string, argument: string): void {
  execSync(`${program} ${argument}`); // expect: proven shell
}
const identify = run.bind(undefined, "id");

const server = new McpServer({ name: "bind", version: "1.0.0" });
server.tool("three", { name: z.string() }, async ({ name }) => {
  identify(name);
  return { content: [] };
});
