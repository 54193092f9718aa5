// A class that is an emitter, and one that keeps one.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { EventEmitter } from "node:events";
import { z } from "zod";

class Jobs extends EventEmitter {
  start(line: string): void {
    this.emit("start", line, "fixed");
    this.emit("end", line);
  }
}

class Runner {
  private readonly events = new EventEmitter();

  constructor() {
    this.events.on("run", (line: string) => {
      execSync(line); // expect: proven shell
    });
  }

  run(line: string): void {
    this.events.emit("run", line);
    this.events.emit("other", line);
  }
}

const jobs = new Jobs();
jobs.on("start", (line: string, note: string) => {
  execSync(note);
  execSync(line); // expect: proven shell
});

const runner = new Runner();
const other = new EventEmitter();
other.on("run", (line: string) => {
  execSync(line);
});
const server = new McpServer({ name: "events", version: "1.0.0" });
server.tool("run", { line: z.string() }, async ({ line }) => {
  jobs.start(line);
  runner.run(line);
  return { content: [] };
});
