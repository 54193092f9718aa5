// Tools in an array; the one whose name is asked for is run.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { allTools } from "./tools";

const server = new Server({ name: "found", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = allTools.find((each) => each.name === request.params.name);
  if (!tool) {
    throw new Error("Unknown tool");
  }
  return await tool.execute(request.params.arguments ?? {});
});
