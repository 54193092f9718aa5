// A low-level server that parses the arguments by the schema that it tells of.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { exec } from "node:child_process";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

const ServiceSchema = z.object({ action: z.enum(["start", "stop"]) });
const server = new Server({ name: "web", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: "service", inputSchema: zodToJsonSchema(ServiceSchema) }],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { action } = ServiceSchema.parse(request.params.arguments);
  exec(`service web ${action}`);
  return { content: [] };
});
