// A text beside an enumeration.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
enum Action {
  Start = "start",
  Stop = "stop",
}

server.tool("run", { name: z.nativeEnum(Action).or(z.string()) }, async ({ name }) => {
  exec(`service web ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
