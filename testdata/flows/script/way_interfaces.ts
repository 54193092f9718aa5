// A method of an object that is known by its interface alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

interface Shell {
  run(line: string): void;
}

class LocalShell implements Shell {
  run(line: string): void {
    execSync(line); // expect: proven shell
  }
}

function makeShell(): Shell {
  return new LocalShell();
}

const server = new McpServer({ name: "interfaces", version: "1.0.0" });
server.tool("run", { line: z.string() }, async ({ line }) => {
  const shell: Shell = makeShell();
  shell.run(line);
  return { content: [] };
});
