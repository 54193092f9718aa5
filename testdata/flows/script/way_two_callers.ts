// A helper with two callers, of which one gives what was sent; the other's tool is not to blame.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const quoted = (text: string): string => text.replace(/[^a-z]/g, "");
const same = (text: string): string => text;

const server = new McpServer({ name: "callers", version: "1.0.0" });
server.tool("a", { name: z.string() }, async ({ name }) => {
  execSync(`id ${quoted(name)}`);
  return { content: [] };
});
server.tool("b", { name: z.string() }, async ({ name }) => {
  execSync(`id ${same(name)}`); // expect: proven shell
  execSync(`id ${same("root")}`);
  return { content: [] };
});
