// A map of handlers, from which the tool's name chooses one.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { exec } from "node:child_process";

type Arguments = Record<string, string>;

const handlers: Record<string, (args: Arguments) => Promise<string>> = {
  uptime: async () => {
    exec("uptime");
    return "started";
  },
  ping: async (args) => {
    exec(`ping -c 1 ${args.host}`); // expect: proven shell
    return "started";
  },
};

const server = new Server({ name: "net", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const handler = handlers[request.params.name];
  if (!handler) {
    throw new Error("Unknown tool");
  }
  const text = await handler(request.params.arguments as Arguments);
  return { content: [{ type: "text", text }] };
});
