// An event carries it from one function to another.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { EventEmitter } from "node:events";
import { z } from "zod";

const events = new EventEmitter();
events.on("run", (command: string) => {
  execSync(command); // expect: proven shell
});

const server = new McpServer({ name: "events", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  events.emit("run", command);
  return { content: [] };
});
