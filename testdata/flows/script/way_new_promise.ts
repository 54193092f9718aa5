// A promise made by hand around a callback.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

function run(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, (error, stdout) => { // expect: proven shell
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}

const server = new McpServer({ name: "promise", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  const output = await run(command);
  return { content: [{ type: "text", text: `${output.length}` }] };
});
