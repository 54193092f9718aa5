import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";
import { callAt, valueOf } from "../code/calls.ts";
import { settingAt, textAt, visit } from "./settings.ts";

const HEADER = /^["']?authorization["']?$/i;

/** The header of a request that came in. */
const INCOMING =
  /^(?:(?:c\.|ctx\.|context\.|extra\.|this\.)?(?:req|request|r|requestInfo|http\.req)\??\.(?:raw\.)?(?:headers?|Header|get)\b|(?:extra|ctx|context)\??\.requestInfo\??\.headers|get_http_headers\(|get_http_request\(\)\.headers|c\.(?:req\.header|GetHeader|Request\.Header)\()/;
/** The token that a caller proved itself with. */
const CALLERS_TOKEN =
  /^(?:get_access_token\(\)\.token|(?:extra|ctx|context)(?:\.http)?\??\.authInfo[?!]?\.token|req(?:uest)?\.auth[?!]?\.token)$/;
const NAMED = /authorization/i;

/** True for what holds the caller's own token, in one step of names. */
function isCallers(tree: SyntaxTree, node: NodeId): boolean {
  return textPieces(tree, node).some((piece) => {
    if (piece.kind === "text") return false;
    const text = textAt(tree, valueOf(tree, piece.node)).replaceAll(/\s+/g, "");
    if (text.length > 160) return false;
    return CALLERS_TOKEN.test(text) || (INCOMING.test(text) && NAMED.test(text));
  });
}

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const value = valueSet(tree, node);
  if (value === undefined || !isCallers(tree, value)) return undefined;
  return { span: tree.span(node), message: "The caller's token is sent on to another service" };
}

/** What an outgoing request is given as its authorization; `undefined` for anything else. */
function valueSet(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const call = callAt(tree, node);
  if (call) {
    const [name, value] = call.positional;
    const isSetter = /^(?:Set|Add|set|append)$/.test(call.method);
    if (!isSetter || name === undefined || value === undefined) return undefined;
    if (/^(?:w|res|response|rw)\b/.test(textAt(tree, call.receiver ?? node))) return undefined;
    return HEADER.test(constantText(tree, name)?.text ?? "") ? value : undefined;
  }
  const setting = settingAt(tree, node);
  const key = tree.child(node, "key") ?? tree.child(node, "left");
  if (!setting || key === undefined) return undefined;
  if (tree.kind(node) === "pair") {
    return HEADER.test(textAt(tree, key)) && isOutgoing(tree, node) ? setting.value : undefined;
  }
  const isField = /headers?(?:\[["']authorization["']\]|\.authorization)$/i.test(textAt(tree, key));
  return isField && !/^(?:req|request|res|response)\./.test(textAt(tree, key))
    ? setting.value
    : undefined;
}

const CALLS = new Set(["call", "call_expression", "new_expression"]);
const STATEMENTS = new Set([
  "assignment",
  "variable_declarator",
  "assignment_expression",
  "return_statement",
]);

/** Headers of a call that asks another service, or headers under a name. */
function isOutgoing(tree: SyntaxTree, node: NodeId): boolean {
  const call = tree.ancestor(node, CALLS);
  const statement = tree.ancestor(node, STATEMENTS);
  if (call !== undefined && (statement === undefined || call > statement)) {
    return ASKING.test(callAt(tree, call)?.method ?? "");
  }
  const target = statement === undefined ? undefined : settingAt(tree, statement);
  return target !== undefined && /headers/i.test(target.name);
}

const ASKING =
  /^(?:fetch|get|post|put|patch|delete|request|stream|send|axios|got|ky|create|Client|AsyncClient|Session|ClientSession|Headers|Request)$/;

const SCRIPT = ["pair", "assignment_expression", "call_expression"];

export default {
  id: "token-passthrough",
  family: "protocol",
  title: "Caller's token passed through to another service",
  why: "The other service takes the server for the caller, so its limits, its log and its trust " +
    "in the server are void, and a token stolen anywhere works everywhere. The specification of " +
    "2026-07-28 (Authorization, Access Token Privilege Restriction) forbids it.",
  fix: "Check that the token is meant for this server, and ask the other service with a token of " +
    "its own (token exchange, or the server's credentials).",
  limits: "Sees a header that is copied within a function. A key of the user's own that a client " +
    "sends for the other service looks the same; so does a gateway whose job it is.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-441", "CWE-287"],
  owasp: ["MCP01:2025", "MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["authentication", "oauth"],
  matcher: visit({
    python: ["uthorization", "get_access_token"],
    javascript: ["uthorization"],
    typescript: ["uthorization"],
    tsx: ["uthorization"],
    go: ["Authorization"],
  }, {
    python: ["pair", "assignment"],
    javascript: SCRIPT,
    typescript: SCRIPT,
    tsx: SCRIPT,
    go: ["call_expression"],
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `app.post("/mcp", async (req, res) => {
  const items = await fetch("https://api.acme.example/items", {
    headers: { Authorization: req.headers.authorization },
  });
  res.json(await items.json());
});
`,
      note: "The header as it came in",
    },
    {
      file: "server.py",
      code: `import httpx
from fastmcp.server.dependencies import get_access_token

@mcp.tool()
async def items() -> list:
    token = get_access_token().token
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        return (await client.get("https://api.acme.example/items")).json()
`,
      note: "The token that the caller proved itself with",
    },
    {
      file: "main.go",
      code: `package main

import "net/http"

func items(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest("GET", "https://api.acme.example/items", nil)
	req.Header.Set("Authorization", r.Header.Get("Authorization"))
	http.DefaultClient.Do(req)
}
`,
      note: "From header to header",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `app.post("/mcp", async (req, res) => {
  const claims = await verify(req.headers.authorization);
  const items = await fetch("https://api.acme.example/items", {
    headers: { Authorization: \`Bearer \${await exchange(claims)}\` },
  });
  log.debug({ authorization: req.headers.authorization ? "set" : "none" });
  res.json(await items.json());
});
`,
      note: "Checked, and exchanged for one of the other service",
    },
    {
      file: "main.go",
      code: `package main

import (
	"net/http"
	"os"
)

func items(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest("GET", "https://api.acme.example/items", nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("ACME_TOKEN"))
	http.DefaultClient.Do(req)
}
`,
      note: "The server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
