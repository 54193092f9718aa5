// The program's function under other names, and by a namespace.
import * as childProcess from "node:child_process";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { promisify } from "node:util";
import { z } from "zod";

const { exec: run } = childProcess;
const runAsync = promisify(childProcess.exec);
const start = childProcess["execSync"];
const server = new McpServer({ name: "aliases", version: "1.0.0" });

server.tool("names", { name: z.string() }, async ({ name }) => {
  run(`id ${name}`); // expect: proven shell
  await runAsync(`id ${name}`); // expect: proven shell
  start(`id ${name}`); // expect: proven shell
  return { content: [] };
});
