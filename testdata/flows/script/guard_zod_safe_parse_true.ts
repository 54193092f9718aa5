// Where parsing failed, the call ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const Input = z.object({ action: z.enum(["start", "stop"]) });

server.tool("run", { action: z.string() }, async (args) => {
  const parsed = Input.safeParse(args);
  if (!parsed.success) {
    throw new Error(parsed.error.message);
  }
  exec(`service web ${parsed.data.action}`);
  return { content: [{ type: "text", text: "done" }] };
});
