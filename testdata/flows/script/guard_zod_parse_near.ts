// What was parsed is not what is used.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const Input = z.object({ action: z.enum(["start", "stop"]) });

server.tool("run", { action: z.string() }, async (args) => {
  Input.safeParse(args);
  exec(`service web ${args.action}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
