// An assertion to an enumeration asks nothing.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
enum Action {
  Start = "start",
  Stop = "stop",
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const action = name as Action;
  exec(`service web ${action}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
