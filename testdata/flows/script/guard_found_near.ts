// What was found is the start of what was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const TARGETS = [
  { name: "all", command: "make all" },
  { name: "clean", command: "make clean" },
];

server.tool("run", { name: z.string() }, async ({ name }) => {
  const target = TARGETS.find((each) => name.startsWith(each.name));
  if (!target) {
    throw new Error("Unknown target");
  }
  exec(`make ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
