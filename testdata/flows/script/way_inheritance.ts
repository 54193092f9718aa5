// A base class runs what the derived one puts together.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

abstract class Command {
  protected abstract line(value: string): string;

  run(value: string): void {
    execSync(this.line(value)); // expect: proven shell
  }
}

class Grep extends Command {
  protected override line(value: string): string {
    return `grep ${value} /srv/notes.txt`;
  }
}

const server = new McpServer({ name: "grep", version: "1.0.0" });
server.tool("grep", { value: z.string() }, async ({ value }) => {
  new Grep().run(value);
  return { content: [] };
});
