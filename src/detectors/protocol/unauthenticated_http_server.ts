import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { BIND_KEYWORDS, BIND_NODES, bindAt } from "./binds.ts";
import { visit } from "./settings.ts";
import { asksWho, servesMcp } from "./signs.ts";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const bind = bindAt(tree, node);
  if (!bind || !servesMcp(tree) || asksWho(tree)) return undefined;
  return {
    span: tree.span(bind.node),
    message: bind.reach === "all"
      ? "Tools are served on every network of the machine, and nothing here asks who calls"
      : "No address is named, so tools are served on every network; nothing here asks who calls",
    ...(bind.isDefault && { confidence: "low" }),
  };
}

export default {
  id: "unauthenticated-http-server",
  family: "server-hygiene",
  title: "Tools served to the network without authentication",
  why: "Whoever reaches the port calls every tool with the server's rights and credentials. The " +
    "specification of 2026-07-28 (Transports, Streamable HTTP, Security & Endpoint) asks for " +
    "authentication of all connections, and for localhost where a server is local.",
  fix: "Bind to 127.0.0.1, or check a token on every request (`requireBearerAuth`, " +
    "`token_verifier`, `auth=`).",
  limits:
    "Looks at one file: the transport, the address and any sign of authentication must stand " +
    "in it. A gateway or a firewall in front is not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-306", "CWE-1327"],
  owasp: ["MCP07:2025", "ASI03:2026", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["network", "authentication"],
  matcher: visit(BIND_KEYWORDS, BIND_NODES, where),
  bad: [
    {
      file: "server.ts",
      code: `import express from "express";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

const app = express();
app.post("/mcp", async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await makeServer().connect(transport);
  await transport.handleRequest(req, res, req.body);
});
app.listen(3000);
`,
      note: "Without an address, Node listens on every network",
    },
    {
      file: "server.py",
      code: `from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes", host="0.0.0.0", port=8000)
mcp.run(transport="sse")
`,
      note: "Named outright",
    },
    {
      file: "main.go",
      code: `package main

import "github.com/mark3labs/mcp-go/server"

func main() {
	server.NewStreamableHTTPServer(tools()).Start(":8080")
}
`,
      note: "A port alone means every network",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import express from "express";
import { requireBearerAuth } from "@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

const app = express();
app.post("/mcp", requireBearerAuth({ verifier }), async (req, res) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await makeServer().connect(transport);
  await transport.handleRequest(req, res, req.body);
});
app.listen(3000);
`,
      note: "A token is asked for",
    },
    {
      file: "server.py",
      code: `from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes", host="127.0.0.1", port=8000)
mcp.run(transport="streamable-http")
`,
      note: "This machine only",
    },
    {
      file: "main.go",
      code: `package main

import "github.com/mark3labs/mcp-go/server"

func main() {
	server.NewStreamableHTTPServer(tools()).Start("127.0.0.1:8080")
}
`,
      note: "This machine only",
    },
  ],
} satisfies Rule<SyntaxTree>;
