// A field that has a value before the constructor gives it another.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Job {
  target = "all";
  kind = "fixed";

  constructor(options: { target: string }) {
    this.target = options.target;
  }

  run(): void {
    execSync(`make ${this.target}`); // expect: proven shell
    execSync(`make ${this.kind}`);
  }
}

const server = new McpServer({ name: "make", version: "1.0.0" });
server.tool("make", { target: z.string() }, async ({ target }) => {
  new Job({ target }).run();
  return { content: [] };
});
