// A low-level server that names the method by a text.
import { Server } from "@modelcontextprotocol/server";
import { execSync } from "node:child_process";

const server = new Server({ name: "v2", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler("tools/call", async (request) => {
  const command = request.params.arguments?.command;
  execSync(String(command)); // expect: proven shell
  return { content: [] };
});
