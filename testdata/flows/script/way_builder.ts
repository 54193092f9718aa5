// A builder whose methods give itself back.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Command {
  private readonly words: string[] = [];

  add(word: string): this {
    this.words.push(word);
    return this;
  }

  build(): string {
    return this.words.join(" ");
  }
}

const server = new McpServer({ name: "builder", version: "1.0.0" });
server.tool("find", { name: z.string() }, async ({ name }) => {
  const line = new Command().add("find").add("-name").add(name).build();
  execSync(line); // expect: proven shell
  return { content: [] };
});
