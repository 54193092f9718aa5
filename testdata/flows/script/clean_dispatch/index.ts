// A well-kept server in several files: handlers in a table, arguments parsed by schemas.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { zodToJsonSchema } from "zod-to-json-schema";
import { tools } from "./tools.js";

const server = new Server({ name: "images", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: Object.entries(tools).map(([name, { description, schema }]) => ({
    name,
    description,
    inputSchema: zodToJsonSchema(schema),
  })),
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = tools[request.params.name];
  if (!tool) {
    return { content: [{ type: "text", text: "Unknown tool" }], isError: true };
  }
  const parsed = tool.schema.safeParse(request.params.arguments);
  if (!parsed.success) {
    return { content: [{ type: "text", text: "Bad arguments" }], isError: true };
  }
  return { content: [{ type: "text", text: await tool.run(parsed.data) }] };
});
