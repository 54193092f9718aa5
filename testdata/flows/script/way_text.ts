// Texts put together in every way.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { format } from "node:util";
import { z } from "zod";

const server = new McpServer({ name: "texts", version: "1.0.0" });

server.tool("texts", { name: z.string() }, async ({ name }) => {
  let line = "id ";
  line += name;
  execSync(line); // expect: proven shell
  execSync("id ".concat(name)); // expect: proven shell
  execSync("id NAME".replace("NAME", name)); // expect: proven shell
  execSync(["id", name].join(" ")); // expect: proven shell
  execSync(format("id %s", name)); // expect: proven shell
  execSync(name.trim().toLowerCase().padEnd(20)); // expect: proven shell
  execSync(`id ${name.length}`);
  return { content: [] };
});
