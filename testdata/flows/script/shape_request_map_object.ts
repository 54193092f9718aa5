// A Map of tools; the one that is named is run with the arguments.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import fs from "node:fs";

interface Tool {
  run(args: Record<string, unknown>): string;
}

const tools = new Map<string, Tool>();
tools.set("remove", {
  run(args) {
    fs.rmSync(args.file as string); // expect: proven path
    return "removed";
  },
});
tools.set("clear", {
  run() {
    fs.rmSync("/srv/data/cache");
    return "cleared";
  },
});

const server = new Server({ name: "files", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = tools.get(request.params.name);
  const text = tool ? tool.run(request.params.arguments ?? {}) : "unknown";
  return { content: [{ type: "text", text }] };
});
