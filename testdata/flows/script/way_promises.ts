// A chain of promises, and one of many.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "promises", version: "1.0.0" });

const nameOf = async (text: string): Promise<string> => text.trim();

server.tool("chain", { text: z.string(), all: z.array(z.string()) }, ({ text, all }) => {
  return nameOf(text)
    .then((name) => `id ${name}`)
    .then((line) => execSync(line)) // expect: proven shell
    .then(() => Promise.all(all.map((each) => nameOf(each))))
    .then((names) => names.forEach((name) => execSync(`id ${name}`))) // expect: proven shell
    .then(() => ({ content: [] }));
});
