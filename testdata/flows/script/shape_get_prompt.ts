// A low-level server's prompts take arguments as tools do.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { GetPromptRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { execSync } from "node:child_process";

const server = new Server({ name: "p", version: "1.0.0" }, { capabilities: { prompts: {} } });

server.setRequestHandler(GetPromptRequestSchema, async (request) => {
  if (request.params.name !== "commit") {
    throw new Error("Unknown prompt");
  }
  const range = request.params.arguments?.range ?? "HEAD~1";
  const diff = execSync(`git diff ${range}`, { encoding: "utf8" }); // expect: proven shell
  return { messages: [{ role: "user", content: { type: "text", text: `${diff.length}` } }] };
});
