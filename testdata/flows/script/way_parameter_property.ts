// A constructor's parameter that is a field.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Repository {
  constructor(private readonly folder: string, readonly depth: number) {}

  log(): void {
    execSync(`git -C ${this.folder} log`); // expect: proven shell
  }
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("log", { folder: z.string() }, async ({ folder }) => {
  new Repository(folder, 1).log();
  return { content: [] };
});
