// Tools as objects of classes, registered in a loop by a function around their method.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

interface Tool {
  readonly name: string;
  readonly shape: z.ZodRawShape;
  run(args: Record<string, string>): void;
}

class Tag implements Tool {
  readonly name = "tag";
  readonly shape = { tag: z.string() };
  run(args: Record<string, string>): void {
    execSync(`git tag ${args.tag}`); // expect: proven shell
  }
}

class Status implements Tool {
  readonly name = "status";
  readonly shape = {};
  run(): void {
    execSync("git status");
  }
}

const server = new McpServer({ name: "git", version: "1.0.0" });
for (const tool of [new Tag(), new Status()] as Tool[]) {
  server.tool(tool.name, tool.shape, async (args: Record<string, string>) => {
    tool.run(args);
    return { content: [] };
  });
}
