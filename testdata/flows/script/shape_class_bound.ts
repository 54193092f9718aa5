// A server in a class that registers its own methods, bound.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class ShellServer {
  private readonly server = new McpServer({ name: "shell", version: "1.0.0" });
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.server.tool("run", { command: z.string() }, this.run.bind(this));
    this.server.tool("list", {}, this.list.bind(this));
  }

  private async run({ command }: { command: string }) {
    execSync(command, { cwd: this.folder }); // expect: proven shell
    return { content: [] };
  }

  private async list() {
    execSync(`ls ${this.folder}`);
    return { content: [] };
  }
}

new ShellServer("/srv/work");
