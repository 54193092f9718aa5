// A table of schemas and functions; the arguments are parsed by the one that is named.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const TOOLS = {
  tag: {
    schema: z.object({ tag: z.string() }),
    run: ({ tag }: { tag: string }) => execSync(`git tag ${tag}`), // expect: proven shell
  },
  log: {
    schema: z.object({ count: z.number() }),
    run: ({ count }: { count: number }) => execSync(`git log -n ${count}`),
  },
};

const server = new Server({ name: "git", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const tool = TOOLS[request.params.name as keyof typeof TOOLS];
  const input = tool.schema.parse(request.params.arguments);
  const output = tool.run(input as never);
  return { content: [{ type: "text", text: `${output.length}` }] };
});
