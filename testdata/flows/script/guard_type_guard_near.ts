// A type guard that asks for a text alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ACTIONS = ["start", "stop"] as const;
type Action = typeof ACTIONS[number];
const isAction = (text: unknown): text is Action => typeof text === "string";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!isAction(name)) {
    throw new Error("Unknown action");
  }
  exec(`service web ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
