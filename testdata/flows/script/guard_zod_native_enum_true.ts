// An enumeration of the language.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
enum Action {
  Start = "start",
  Stop = "stop",
}

server.tool("run", { name: z.nativeEnum(Action) }, async ({ name }) => {
  exec(`service web ${name}`);
  return { content: [{ type: "text", text: "done" }] };
});
