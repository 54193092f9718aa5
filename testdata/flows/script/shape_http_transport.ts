// A new server for each request of the web, made by a function.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import express from "express";
import { execSync } from "node:child_process";
import { z } from "zod";

function createServer(): McpServer {
  const server = new McpServer({ name: "http", version: "1.0.0" });
  server.registerTool("run", { inputSchema: { name: z.string() } }, async ({ name }) => {
    execSync(`id ${name}`); // expect: proven shell
    return { content: [] };
  });
  return server;
}

const app = express();
app.use(express.json());
app.post("/mcp", async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  const server = createServer();
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
});
app.listen(3000);
