// Parts that are there only sometimes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "spread", version: "1.0.0" });
server.tool("list", { all: z.boolean(), place: z.string().optional() }, async ({ all, place }) => {
  const words = ["ls", ...(all ? ["-a"] : []), ...(place ? [place] : [])];
  execSync(words.join(" ")); // expect: proven shell
  const options = { shell: false, ...(place && { cwd: place }) };
  return { content: [{ type: "text", text: `${options.shell}` }] };
});
