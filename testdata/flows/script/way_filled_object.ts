// A helper puts the value into an object that the tool made, another what is of no harm.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";


function fill(options: any, unit: string): void {
  options.unit = unit;
}

function fillDeep(options: any, unit: string): void {
  options.about.name = unit;
}

function count(options: any, unit: string): void {
  options.unit = String(unit.length);
}

const server = new McpServer({ name: "units", version: "1.0.0" });

server.tool("stop", { unit: z.string() }, async ({ unit }) => {
  const options: any = {};
  fill(options, unit);
  execSync(`systemctl stop ${options.unit}`); // expect: proven shell
  return { content: [] };
});

server.tool("start", { unit: z.string() }, async ({ unit }) => {
  const options: any = { about: {} };
  fillDeep(options, unit);
  execSync(`systemctl start ${options.about.name}`); // expect: proven shell
  return { content: [] };
});

server.tool("show", { unit: z.string() }, async ({ unit }) => {
  const options: any = {};
  count(options, unit);
  execSync(`systemctl show -n ${options.unit}`);
  return { content: [] };
});
