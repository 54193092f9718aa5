// Handlers as arrow functions in fields.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Tools {
  constructor(server: McpServer) {
    server.tool("run", { command: z.string() }, this.run);
  }

  run = async ({ command }: { command: string }) => {
    execSync(command); // expect: proven shell
    return { content: [] };
  };
}

new Tools(new McpServer({ name: "fields", version: "1.0.0" }));
