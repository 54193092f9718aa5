// Handlers made by a function that wraps them in a try.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

type Handler<T> = (args: T) => Promise<string>;

function guarded<T>(handler: Handler<T>) {
  return async (args: T) => {
    try {
      return { content: [{ type: "text" as const, text: await handler(args) }] };
    } catch (error) {
      return { content: [{ type: "text" as const, text: "failed" }], isError: true };
    }
  };
}

const server = new McpServer({ name: "wrapped", version: "1.0.0" });
server.tool(
  "count",
  { file: z.string() },
  guarded(async ({ file }: { file: string }) => {
    execSync(`wc -l ${file}`); // expect: proven shell
    return "counted";
  }),
);
