import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { lastName } from "../code/made_names.ts";
import { functionAround, type Setting, textAt, visitSettings } from "./settings.ts";
import { signIn } from "./signs.ts";

const NAME = /^(?:cacheScope|cache_scope|CacheScope|scope)$/;
/** Who asks has a say in what is answered. */
const CALLER =
  /^(?:authInfo|auth_info|get_access_token|AccessTokenFromContext|TokenInfo|currentUser|current_user|userId|user_id|tenantId|tenant_id|get_http_headers|principal|UserID|TenantID)$/;

function where(tree: SyntaxTree, node: NodeId, { name, value }: Setting): Match | undefined {
  if (!NAME.test(name) || constantText(tree, value)?.text !== "public") return undefined;
  const hint = tree.parent(node);
  if (hint === undefined || (name === "scope" && !isHint(tree, node))) return undefined;
  const around = functionAround(tree, node);
  if (around !== 0 && signIn(tree, around, CALLER)) {
    return {
      span: tree.span(node),
      message: "An answer that depends on the caller may be served to everybody",
    };
  }
  return isForReading(tree, node)
    ? {
      span: tree.span(node),
      message: "Whatever resource is read may be served to everybody",
      confidence: asksCallers(tree) ? "medium" : "low",
    }
    : undefined;
}

const SIGN_IN = /auth_?info|bearer|token_?verifier|auth_?provider|^auth$|get_access_token/i;

function asksCallers(tree: SyntaxTree): boolean {
  return signIn(tree, 0, SIGN_IN);
}

/** `CacheHint(scope="public")` of Python. */
function isHint(tree: SyntaxTree, node: NodeId): boolean {
  const list = tree.parent(node);
  const call = list === undefined ? undefined : tree.parent(list);
  return call !== undefined && tree.language === "python" &&
    /^(?:\w+\.)?CacheHint\(/.test(textAt(tree, call));
}

const PAIRS = new Set(["pair"]);

/** The hint of `resources/read`, for all resources at once. */
function isForReading(tree: SyntaxTree, node: NodeId): boolean {
  const pair = tree.ancestor(node, PAIRS);
  const key = pair === undefined ? undefined : tree.child(pair, "key");
  return key !== undefined &&
    (constantText(tree, key)?.text ?? lastName(tree, key)) === "resources/read";
}

const WORDS = ["cacheScope"];

export default {
  id: "public-cache-of-private-data",
  family: "protocol",
  title: "Answer for one user that may be cached for all",
  why: "Gateways may hand what is marked public to any user, whatever token it was made for. The " +
    "specification of 2026-07-28 (Caching, Cache Scope Field) keeps it for what is the same for " +
    "everybody.",
  fix: 'Mark it "private", which is the default of the SDKs.',
  limits:
    "Sees the caller's identity in the function that sets the scope, and a hint for all reads " +
    "of resources; data that is a user's own in other ways is not known.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-524", "CWE-668"],
  owasp: ["MCP10:2025", "LLM02:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "cache"],
  matcher: visitSettings({
    python: ["cache_scope", "CacheHint"],
    javascript: WORDS,
    typescript: WORDS,
    tsx: WORDS,
    go: ["CacheScope"],
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `server.server.setRequestHandler("resources/read", async (request, ctx) => ({
  contents: [await notesOf(ctx.http?.authInfo?.clientId, request.params.uri)],
  ttlMs: 60_000,
  cacheScope: "public",
}));
`,
      note: "Notes of whoever asks",
    },
    {
      file: "server.py",
      code: `from mcp.server import CacheHint, MCPServer

mcp = MCPServer(
    "notes",
    token_verifier=verifier,
    cache_hints={"resources/read": CacheHint(ttl_ms=60_000, scope="public")},
)
`,
      note: "Whatever is read, of a server that asks who calls",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const server = new McpServer(info, {
  cacheHints: {
    "tools/list": { ttlMs: 60_000, cacheScope: "public" },
    "resources/read": { ttlMs: 60_000, cacheScope: "private" },
  },
});
`,
      note: "The same tools for all; resources for one",
    },
    {
      file: "server.py",
      code: `from mcp.server import CacheHint, MCPServer

mcp = MCPServer("weather", cache_hints={"tools/list": CacheHint(ttl_ms=60_000, scope="public")})
login = {"scope": "public"}
`,
      note: "The same tools for all; a scope of something else",
    },
  ],
} satisfies Rule<SyntaxTree>;
