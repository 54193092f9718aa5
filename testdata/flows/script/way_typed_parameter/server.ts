// An object that is known by the type of a parameter alone.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { type Shell } from "./shell.js";

export function register(server: McpServer, shell: Shell): void {
  server.tool("run", { command: z.string() }, async ({ command }) => {
    shell.run(command);
    return { content: [] };
  });
}
