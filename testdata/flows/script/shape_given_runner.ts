// What registers the tools is given what runs commands, by another function in turn.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile, execSync } from "node:child_process";
import { z } from "zod";

type Run = (line: string) => unknown;

function register(server: McpServer, run: Run): void {
  server.tool("stop", { unit: z.string() }, async ({ unit }) => {
    run(`systemctl stop ${unit}`);
    return { content: [] };
  });
}

function registerSafely(server: McpServer, start: (unit: string) => unknown): void {
  server.tool("start", { unit: z.string() }, async ({ unit }) => {
    start(unit);
    return { content: [] };
  });
}

function setUp(server: McpServer): void {
  register(server, (line) => execSync(line)); // expect: proven shell
  registerSafely(server, (unit) => execFile("systemctl", ["start", "--", unit]));
}

const server = new McpServer({ name: "units", version: "1.0.0" });
setUp(server);
