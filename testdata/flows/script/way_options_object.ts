// Options with defaults, handed through three functions.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

interface Options {
  tool: string;
  args?: string[];
  timeout?: number;
}

const DEFAULTS = { args: [] as string[], timeout: 1000 };

function run(options: Options): void {
  const { tool, args, timeout } = { ...DEFAULTS, ...options };
  start([tool, ...args], { timeout });
}

function start(words: string[], { timeout }: { timeout: number }): void {
  exec(words.join(" "), { timeout }); // expect: proven shell
}

const server = new McpServer({ name: "options", version: "1.0.0" });
server.tool("lint", { file: z.string() }, async ({ file }) => {
  run({ tool: "eslint", args: ["--fix", file] });
  return { content: [] };
});
