// An object of a class is given to a function, which reads a field of it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Job {
  constructor(target) {
    this.target = target;
    this.kind = "fixed";
  }
}

function start(job) {
  execSync(`make ${job.target}`); // expect: proven shell
  execSync(`make ${job.kind}`);
}

const server = new McpServer({ name: "make", version: "1.0.0" });
server.tool("make", { target: z.string() }, async ({ target }) => {
  const job = new Job(target);
  start(job);
  return { content: [] };
});
