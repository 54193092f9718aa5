// Through map, filter, reduce and a sorted copy.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "arrays", version: "1.0.0" });

server.tool("pack", { names: z.array(z.string()) }, async ({ names }) => {
  const shown = names.filter((name) => name.length > 0).map((name) => `"${name}"`);
  execSync(`ls ${shown.join(" ")}`); // expect: proven shell
  const line = names.reduce((all, name) => `${all} ${name}`, "ls");
  execSync(line); // expect: proven shell
  const [first] = [...names].sort().slice(0, 1);
  execSync(`cat ${first}`); // expect: proven shell
  const lengths = names.map((name) => name.length);
  execSync(`echo ${lengths.join(" ")}`);
  return { content: [] };
});
