// A field that one method writes and another reads.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Session {
  private folder = "/srv/work";
  readonly started = Date.now();

  enter(folder: string): void {
    this.folder = folder;
  }

  list(): void {
    execSync(`ls ${this.folder}`); // expect: proven shell
    execSync(`echo ${this.started}`);
  }
}

const session = new Session();
const server = new McpServer({ name: "session", version: "1.0.0" });
server.tool("enter", { folder: z.string() }, async ({ folder }) => {
  session.enter(folder);
  return { content: [] };
});
server.tool("list", {}, async () => {
  session.list();
  return { content: [] };
});
