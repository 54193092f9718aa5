// A low-level server that tells its tools apart by a switch.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { exec, execFile } from "node:child_process";

const server = new Server({ name: "shell", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: "run", inputSchema: { type: "object" } }],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case "run": {
      const command = String(request.params.arguments?.command);
      exec(command); // expect: proven shell
      return { content: [{ type: "text", text: "started" }] };
    }
    case "uptime":
      execFile("uptime", []);
      return { content: [{ type: "text", text: "started" }] };
    default:
      throw new Error(`Unknown tool: ${request.params.name}`);
  }
});
