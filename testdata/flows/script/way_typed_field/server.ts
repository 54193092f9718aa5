// A field that is known by its type alone, as injection leaves it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { Shell } from "./shell.js";

export class Tools {
  constructor(private readonly shell: Shell) {}

  register(server: McpServer): void {
    server.tool("run", { command: z.string() }, async ({ command }) => {
      this.shell.run(command);
      return { content: [] };
    });
  }
}
