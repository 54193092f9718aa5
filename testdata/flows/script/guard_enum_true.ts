// The values of the enumeration are asked.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
enum Action {
  Start = "start",
  Stop = "stop",
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!Object.values(Action).includes(name as Action)) {
    throw new Error("Unknown action");
  }
  exec(`service web ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
