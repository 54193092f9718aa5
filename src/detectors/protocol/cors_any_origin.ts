import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES } from "../code/calls.ts";
import { CORS_KEYWORDS, corsAt } from "./cors.ts";
import { visit } from "./settings.ts";
import { asksWho, servesMcp } from "./signs.ts";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const cors = corsAt(tree, node);
  if (!cors || (cors.origins === "mirrored" && cors.credentials)) return undefined;
  if (!servesMcp(tree) || asksWho(tree)) return undefined;
  return {
    span: tree.span(node),
    message: "Any site's scripts may call the tools and read what they give",
  };
}

export default {
  id: "cors-any-origin",
  family: "server-hygiene",
  title: "Tools that any web page may call",
  why: "The server asks nobody who they are, and tells browsers that scripts of every site may " +
    "read its answers: a page that the user only visits calls the tools on their machine. The " +
    "specification of 2026-07-28 (Transports, Streamable HTTP, Security & Endpoint) has servers " +
    "check Origin.",
  fix: "Name the origins that may, or ask for a token on every request.",
  limits:
    "Looks at one file: the transport, the header and any sign of authentication must stand " +
    "in it. Only servers of the protocol are looked at.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-942", "CWE-346"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["network", "browser"],
  matcher: visit(CORS_KEYWORDS, CALL_NODES, where),
  bad: [
    {
      file: "server.ts",
      code: `import cors from "cors";
import express from "express";
import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";

const app = express();
app.use(cors({ origin: "*" }));
app.get("/sse", async (_, res) => server.connect(new SSEServerTransport("/messages", res)));
app.listen(3000, "127.0.0.1");
`,
      note: "On this machine, and open to every page in its browser",
    },
    {
      file: "server.py",
      code: `from mcp.server.fastmcp import FastMCP
from starlette.middleware.cors import CORSMiddleware

mcp = FastMCP("notes")
app = CORSMiddleware(mcp.streamable_http_app(), allow_origins=["*"], allow_methods=["*"])
`,
      note: "The same in Python",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import cors from "cors";
import express from "express";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

const app = express();
app.use(cors({ origin: ["https://acme.example"] }));
const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
app.post("/mcp", (req, res) => transport.handleRequest(req, res, req.body));
app.listen(3000, "127.0.0.1");
`,
      note: "One site",
    },
    {
      file: "server.py",
      code: `from mcp.server.fastmcp import FastMCP
from starlette.middleware.cors import CORSMiddleware

mcp = FastMCP("notes", token_verifier=verifier)
app = CORSMiddleware(mcp.streamable_http_app(), allow_origins=["*"], allow_methods=["*"])
`,
      note: "A token is asked for, which no other page has",
    },
  ],
} satisfies Rule<SyntaxTree>;
