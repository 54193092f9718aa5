// Through a deep chain of small functions.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const trim = (text: string): string => text.trim();
const lower = (text: string): string => trim(text).toLowerCase();
const word = (text: string): string => lower(text).split(" ")[0] ?? "";
const line = (text: string): string => ["id", word(text)].join(" ");
const compose = (...steps: ((text: string) => string)[]) => (text: string): string =>
  steps.reduce((value, step) => step(value), text);

const server = new McpServer({ name: "chain", version: "1.0.0" });
server.tool("id", { name: z.string() }, async ({ name }) => {
  execSync(line(name)); // expect: proven shell
  execSync(compose(trim, lower)(name)); // expect: proven shell
  return { content: [] };
});
