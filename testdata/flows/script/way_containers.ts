// A list that is filled, a map that is set, an object that is written by a computed name.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "containers", version: "1.0.0" });

server.tool("all", { a: z.string(), b: z.string(), c: z.string() }, async ({ a, b, c }) => {
  const words = ["tar", "-cf", "/srv/out.tar"];
  words.push(a);
  execSync(words.join(" ")); // expect: proven shell
  const map = new Map<string, string>();
  map.set("file", b);
  execSync(`cat ${map.get("file")}`); // expect: proven shell
  const record: Record<string, string> = {};
  record[`k${words.length}`] = c;
  execSync(`cat ${Object.values(record)[0]}`); // expect: proven shell
  return { content: [] };
});
