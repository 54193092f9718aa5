// Several at once, with what each gives back taken apart.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "parallel", version: "1.0.0" });
server.tool("all", { a: z.string(), b: z.string() }, async ({ a, b }) => {
  const [first, second] = await Promise.all([
    (async () => a.trim())(),
    Promise.resolve("fixed"),
  ]);
  execSync(`id ${first}`); // expect: proven shell
  const settled = await Promise.allSettled([Promise.resolve(b)]);
  for (const each of settled) {
    if (each.status === "fulfilled") execSync(`id ${each.value}`); // expect: proven shell
  }
  return { content: [{ type: "text", text: second }] };
});
