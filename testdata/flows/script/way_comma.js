// Several expressions in one, and assignments within conditions.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "comma", version: "1.0.0" });
server.tool("run", { name: z.string() }, async ({ name }) => {
  let line, length;
  if ((line = name.trim(), length = line.length) > 0) {
    execSync(line); // expect: proven shell
  }
  execSync((length, "id"));
  execSync((length, line)); // expect: proven shell
  return { content: [] };
});
