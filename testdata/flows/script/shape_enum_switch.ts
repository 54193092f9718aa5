// Names of tools in an enumeration, told apart by a switch.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { execSync } from "node:child_process";

enum ToolName {
  Run = "run",
  Stop = "stop",
}

const server = new Server({ name: "enum", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params;
  switch (name as ToolName) {
    case ToolName.Run:
      execSync(`make ${args?.target}`); // expect: proven shell
      break;
    case ToolName.Stop:
      execSync(`service ${name} stop`);
      break;
  }
  return { content: [] };
});
