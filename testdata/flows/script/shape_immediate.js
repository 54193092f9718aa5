// Everything within a function that is called at once.
(async () => {
  const { Server } = await import("@modelcontextprotocol/sdk/server/index.js");
  const { CallToolRequestSchema } = await import("@modelcontextprotocol/sdk/types.js");
  const { execSync } = await import("node:child_process");
  const server = new Server({ name: "iife", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler(CallToolRequestSchema, async (request) => {
    execSync(request.params.arguments.command); // expect: proven shell
    return { content: [] };
  });
})();
