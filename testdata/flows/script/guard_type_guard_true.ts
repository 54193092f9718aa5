// A type guard that asks the list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ACTIONS = ["start", "stop"] as const;
type Action = typeof ACTIONS[number];
const isAction = (text: unknown): text is Action => ACTIONS.includes(text as Action);

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!isAction(name)) {
    throw new Error("Unknown action");
  }
  exec(`service web ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
