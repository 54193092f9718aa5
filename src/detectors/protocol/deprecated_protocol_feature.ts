import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES, callAt, optionOf } from "../code/calls.ts";
import { visit } from "./settings.ts";
import { hasSign } from "./signs.ts";

const SSE = "The HTTP+SSE transport ends soon; clients are moving to Streamable HTTP";
const SAMPLING = "Sampling ends: ask a model's provider directly";
const ROOTS = "Roots end: take folders as arguments or settings";
const LOGGING = "Logging to the client ends: write to stderr, or use OpenTelemetry";

/** By the last part of the callee, and only of the SDKs' own. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ["SSEServerTransport", SSE],
  ["SseServerTransport", SSE],
  ["sse_app", SSE],
  ["NewSSEServer", SSE],
  ["NewSSEHandler", SSE],
  ["requestSampling", SAMPLING],
  ["create_message", SAMPLING],
  ["createMessage", SAMPLING],
  ["listRoots", ROOTS],
  ["list_roots", ROOTS],
  ["sendLoggingMessage", LOGGING],
  ["send_log_message", LOGGING],
]);
const MCP = /^@modelcontextprotocol\/|^(?:fastmcp|mcp|FastMCP|MCPServer|McpServer)$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const message = CALLS.get(call.method) ?? ofRun(tree, node);
  if (message === undefined || !hasSign(tree, MCP)) return undefined;
  return isFirst(tree, node, message) ? { span: tree.span(node), message } : undefined;
}

const firsts = new WeakMap<SyntaxTree, Map<string, NodeId>>();

/** Once for each feature of a file: the move is one piece of work. */
function isFirst(tree: SyntaxTree, node: NodeId, message: string): boolean {
  let nodes = firsts.get(tree);
  if (!nodes) firsts.set(tree, nodes = new Map());
  const first = nodes.get(message) ?? node;
  if (first < node) return false;
  nodes.set(message, node);
  return true;
}

/** `mcp.run(transport="sse")`. */
function ofRun(tree: SyntaxTree, node: NodeId): string | undefined {
  const call = callAt(tree, node)!;
  if (!/^(?:run|run_async|start)$/.test(call.method)) return undefined;
  const transport = optionOf(call, "transport") ?? optionOf(call, "transportType");
  return transport !== undefined && constantText(tree, transport)?.text === "sse" ? SSE : undefined;
}

const SCRIPT = ["SSEServerTransport", "createMessage", "listRoots", "sendLoggingMessage", "sse"];

export default {
  id: "deprecated-protocol-feature",
  family: "protocol",
  title: "Feature that the protocol is about to drop",
  why: "The specification of 2026-07-28 (Deprecated Features) has HTTP+SSE, sampling, roots and " +
    "logging on its list: they are no longer hardened, and new clients leave them out.",
  fix: "Move to what the registry of deprecated features names, such as Streamable HTTP.",
  limits: "Knows the calls of the SDKs. A server that speaks to old clients beside new ones has " +
    "reason to keep them. Dynamic client registration is not looked at.",
  severity: "info",
  confidence: "low",
  cwe: ["CWE-477"],
  owasp: ["MCP04:2025"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "deprecated"],
  matcher: visit(
    {
      python: ["sse", "Sse", "create_message", "list_roots", "send_log_message"],
      javascript: SCRIPT,
      typescript: SCRIPT,
      tsx: SCRIPT,
      go: ["NewSSE"],
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.ts",
      code: `import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";

app.get("/sse", requireUser, async (_, res) =>
  server.connect(new SSEServerTransport("/messages", res)));
`,
      note: "The transport of 2024",
    },
    {
      file: "server.py",
      code: `from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
mcp.run(transport="sse")
`,
      note: "The same in Python",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
`,
      note: "What takes its place",
    },
    {
      file: "client.py",
      code: `import anthropic

client = anthropic.Anthropic()
answer = client.messages.create(model=MODEL, max_tokens=100, messages=messages)
`,
      note: "A provider, asked directly",
    },
  ],
} satisfies Rule<SyntaxTree>;
