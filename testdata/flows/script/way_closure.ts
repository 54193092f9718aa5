// A function made within the handler keeps what it was made with.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "closure", version: "1.0.0" });

function makeRunner(program: string) {
  return (argument: string) => execSync(`${program} ${argument}`); // expect: proven shell
}

server.tool("run", { program: z.string() }, async ({ program }) => {
  const run = makeRunner(program);
  run("--version");
  const later = () => execSync(program); // expect: proven shell
  later();
  return { content: [] };
});
