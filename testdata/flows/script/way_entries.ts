// Through entries and back into an object.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "entries", version: "1.0.0" });
server.tool("set", { vars: z.record(z.string(), z.string()) }, async ({ vars }) => {
  const pairs = Object.entries(vars).map(([key, value]) => `${key}=${value}`);
  execSync(`env ${pairs.join(" ")} make`); // expect: proven shell
  const copy = Object.fromEntries(Object.entries(vars).map(([key, value]) => [key, value.trim()]));
  execSync(`echo ${copy.TARGET}`); // expect: proven shell
  for (const key in vars) {
    execSync(`unset ${key}`); // expect: proven shell
  }
  return { content: [] };
});
