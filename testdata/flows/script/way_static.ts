// A static method and a private helper of the class.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Git {
  static checkout(branch: string): void {
    Git.run(["checkout", branch]);
  }

  private static run(words: string[]): void {
    execSync(`git ${words.join(" ")}`); // expect: proven shell
  }
}

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("checkout", { branch: z.string() }, async ({ branch }) => {
  Git.checkout(branch);
  return { content: [] };
});
