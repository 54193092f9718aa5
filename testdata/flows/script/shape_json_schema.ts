// A JSON Schema whose fields are an enumeration and an integer holds what is sent to them.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { exec } from "node:child_process";

const Action = z.object({
  action: z.enum(["start", "stop"]),
  port: z.number().int(),
  note: z.string(),
});

const server = new Server({ name: "web", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { action, port, note } = Action.parse(request.params.arguments);
  exec(`service web ${action} --port ${port}`);
  exec(`logger ${note}`); // expect: proven shell
  return { content: [] };
});
