// The field that the schema names.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const Input = z.object({ action: z.enum(["start", "stop"]) });

server.tool("run", { action: z.string(), unit: z.string() }, async (args) => {
  const input = Input.parse(args);
  exec(`service web ${input.action}`);
  return { content: [{ type: "text", text: "done" }] };
});
