// Options assigned to the object as a whole.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Job {
  target = "all";

  constructor(options: { target: string }) {
    Object.assign(this, options);
  }

  run(): void {
    execSync(`make ${this.target}`); // expect: proven shell
  }
}

const server = new McpServer({ name: "make", version: "1.0.0" });
server.tool("make", { target: z.string() }, async ({ target }) => {
  new Job({ target }).run();
  return { content: [] };
});
