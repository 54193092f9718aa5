// The same tickets: on this machine, for who has a token, with state that only the server can make.
import fs from "node:fs";
import { randomUUID } from "node:crypto";
import cors from "cors";
import express from "express";
import {
  createRequestStateCodec,
  inputRequired,
  McpServer,
  NodeStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { requireBearerAuth } from "@modelcontextprotocol/express";

const app = express();
app.use(cors({ origin: ["https://tickets.example.com"] }));
app.use(express.json({ limit: "2mb" }));

const codec = createRequestStateCodec({
  key: stateKey(),
  ttlSeconds: 300,
  bind: (ctx) => `${ctx.mcpReq.method} ${ctx.http?.authInfo?.clientId ?? ""}`,
});

const server = new McpServer(
  { name: "tickets", version: "1.0.0" },
  {
    requestState: { verify: codec.verify },
    cacheHints: { "resources/read": { ttlMs: 5_000, cacheScope: "private" } },
  },
);

server.registerTool("close_ticket", { inputSchema: TICKET }, async ({ ticket }, ctx) => {
  try {
    await tracker.close(ticket);
    return inputRequired({
      inputRequests: {
        login: inputRequired.elicitUrl({
          message: "Sign in to the tracker",
          url: "https://tickets.example.com/connect",
        }),
      },
      requestState: await codec.mint({ ticket }, ctx),
    });
  } catch (error) {
    console.error(error.stack);
    return { isError: true, content: [{ type: "text", text: "The ticket could not be closed" }] };
  }
});

export const TICKET = {
  type: "object",
  properties: { ticket: { type: "string" }, region: { type: "string", "x-mcp-header": "Region" } },
};

export const remember = (data: string) =>
  fs.writeFileSync("tracker-token.json", data, { mode: 0o600 });

app.post("/mcp", requireBearerAuth({ verifier }), async (req, res) => {
  const transport = new NodeStreamableHTTPServerTransport({
    sessionIdGenerator: () => randomUUID(),
    enableDnsRebindingProtection: true,
    allowedHosts: ["127.0.0.1:3000"],
  });
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
});

app.listen(3000, "127.0.0.1");
