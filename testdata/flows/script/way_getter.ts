// A getter puts a command together out of a field.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Job {
  #target: string;

  constructor(target: string) {
    this.#target = target;
  }

  get command(): string {
    return `make ${this.#target}`;
  }

  get safe(): string {
    return "make all";
  }
}

const server = new McpServer({ name: "make", version: "1.0.0" });
server.tool("make", { target: z.string() }, async ({ target }) => {
  const job = new Job(target);
  execSync(job.safe);
  execSync(job.command); // expect: proven shell
  return { content: [] };
});
