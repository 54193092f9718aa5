// A server of tickets over HTTP: open to the network and to every page, with state that clients own.
import fs from "node:fs";
import cors from "cors";
import express from "express";
import { inputRequired, McpServer, NodeStreamableHTTPServerTransport } from "@modelcontextprotocol/server";

const app = express();
// expect: cors-any-origin
app.use(cors({ origin: "*" }));
// expect: huge-request-body
app.use(express.json({ limit: "1gb" }));

const server = new McpServer(
  { name: "tickets", version: "1.0.0" },
  { cacheHints: { "tools/list": { ttlMs: 60_000, cacheScope: "public" } } },
);

server.registerTool("close_ticket", { inputSchema: TICKET }, async ({ ticket }) => {
  try {
    await tracker.close(ticket);
    return inputRequired({
      inputRequests: {
        login: inputRequired.elicit({
          message: "Sign in to the tracker",
          requestedSchema: {
            type: "object",
            properties: {
              user: { type: "string" },
              // expect: elicited-secret
              password: { type: "string" },
            },
          },
        }),
      },
      // expect: unprotected-request-state
      requestState: JSON.stringify({ ticket, approved: true }),
    });
  } catch (error) {
    // expect: stack-trace-in-result
    return { isError: true, content: [{ type: "text", text: String(error.stack) }] };
  }
});

export const TICKET = {
  type: "object",
  properties: {
    ticket: { type: "string" },
    // expect: sensitive-parameter-in-header
    accessKey: { type: "string", "x-mcp-header": "Access-Key" },
  },
};

// expect: readable-secret-file
export const remember = (data: string) => fs.writeFileSync("tracker-token.json", data);

app.post("/mcp", async (req, res) => {
  const transport = new NodeStreamableHTTPServerTransport({
    // expect: guessable-session-id
    sessionIdGenerator: () => String(Date.now()),
    // expect: dns-rebinding-unchecked
    enableDnsRebindingProtection: false,
  });
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
});

// expect: unauthenticated-http-server
app.listen(3000);
