// Two branches give two values, of which one was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "choice", version: "1.0.0" });
server.tool("work", { all: z.boolean(), name: z.string() }, async ({ all, name }) => {
  const what = all ? "--all" : name;
  execSync(`ls ${what}`); // expect: proven shell
  const flag = all ? "--all" : "--one";
  execSync(`ls ${flag}`);
  let which: string;
  if (all) which = "everything";
  else which = "one";
  execSync(`ls ${which}`);
  return { content: [] };
});
