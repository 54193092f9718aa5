// A low-level server only tells of its schema; nothing holds the arguments to it.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { exec } from "node:child_process";

const server = new Server({ name: "web", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{
    name: "service",
    inputSchema: {
      type: "object",
      properties: { action: { type: "string", enum: ["start", "stop"] } },
    },
  }],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const action = request.params.arguments?.action as "start" | "stop";
  exec(`service web ${action}`); // expect: proven shell
  return { content: [] };
});
