// Registers itself.
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { ZodRawShape } from "zod";

export abstract class Registered {
  abstract readonly name: string;
  abstract readonly shape: ZodRawShape;
  protected abstract perform(args: Record<string, string>): void;

  register(server: McpServer): void {
    server.tool(this.name, this.shape, async (args: Record<string, string>) => {
      this.perform(args);
      return { content: [] };
    });
  }
}
