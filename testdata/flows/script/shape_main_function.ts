// Everything within an asynchronous main function.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { execSync } from "node:child_process";
import { z } from "zod";

async function main(): Promise<void> {
  const server = new McpServer({ name: "main", version: "1.0.0" });
  const run = (line: string): void => {
    execSync(line); // expect: proven shell
  };
  server.tool("run", { line: z.string() }, async ({ line }) => {
    run(line);
    return { content: [] };
  });
  await server.connect(new StdioServerTransport());
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
