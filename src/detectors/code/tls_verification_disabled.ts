import type { Language, Match, Rule, SyntaxVisit } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "./calls.ts";
import { lastName } from "./made_names.ts";

const MESSAGE = "Certificates are not checked";

function nameOf(tree: SyntaxTree, node: NodeId | undefined): string {
  return node === undefined ? "" : lastName(tree, node);
}

function isOff(tree: SyntaxTree, value: NodeId | undefined): boolean {
  return value !== undefined && /^(?:false|False)$/.test(textAt(tree, value));
}

function textAt(tree: SyntaxTree, value: NodeId): string {
  const { start, end } = tree.span(value);
  return tree.text.slice(start, Math.min(end, start + 60)).trim();
}

function isZero(tree: SyntaxTree, value: NodeId | undefined): boolean {
  if (value === undefined) return false;
  return (constantText(tree, value)?.text ?? textAt(tree, value)) === "0";
}

/** Behind a condition it is a choice of whoever runs the server, most of the time. */
const CONDITIONS = new Set(["if_statement", "conditional_expression", "ternary_expression"]);
const FUNCTIONS = new Set([
  "arrow_function",
  "func_literal",
  "function_declaration",
  "function_definition",
  "function_expression",
  "method_declaration",
  "method_definition",
  ...CONDITIONS,
]);

function found(tree: SyntaxTree, node: NodeId): Match {
  const around = tree.ancestor(node, FUNCTIONS);
  const isChoice = around !== undefined && CONDITIONS.has(tree.kind(around));
  return {
    span: tree.span(node),
    message: isChoice ? `${MESSAGE} under a condition` : MESSAGE,
    ...(isChoice && { severity: "low", confidence: "low" }),
  };
}

const OPTIONS = /^(?:rejectUnauthorized|strictSSL)$/;
const VARIABLE = "NODE_TLS_REJECT_UNAUTHORIZED";

function inScript(tree: SyntaxTree, node: NodeId): Match | undefined {
  const name = nameOf(tree, tree.child(node, "key") ?? tree.child(node, "left"));
  const value = tree.child(node, "value") ?? tree.child(node, "right");
  const isFault = OPTIONS.test(name)
    ? isOff(tree, value)
    : name === VARIABLE && isZero(tree, value);
  return isFault ? found(tree, node) : undefined;
}

/** Calls whose `verify` speaks of certificates; a token's does not. */
const HTTP_CALLS =
  /^(?:get|post|put|patch|delete|head|options|request|stream|send|ws_connect|Client|AsyncClient|HTTPTransport|AsyncHTTPTransport|Session|ClientSession|TCPConnector|client|resource|Elasticsearch|Redis|Retry|PoolManager|merge_environment_settings)$/;
const CERT_NONE = /(?:^|\.)CERT_NONE["']?$/;

function inPython(tree: SyntaxTree, node: NodeId): Match | undefined {
  if (tree.kind(node) === "attribute") return unverifiedContext(tree, node);
  const name = nameOf(tree, tree.child(node, "name") ?? tree.child(node, "left"));
  const value = tree.child(node, "value") ?? tree.child(node, "right");
  if (value === undefined) return undefined;
  switch (name) {
    case "verify":
      return isOff(tree, value) && isHttp(tree, node) ? found(tree, node) : undefined;
    case "ssl":
    case "verify_ssl":
    case "ssl_verify":
    case "verify_certs":
      return isOff(tree, value) && tree.kind(node) === "keyword_argument" && isHttp(tree, node)
        ? found(tree, node)
        : undefined;
    case "verify_mode":
    case "cert_reqs":
    case "ssl_cert_reqs":
      return CERT_NONE.test(textAt(tree, value)) ? found(tree, node) : undefined;
    case "PYTHONHTTPSVERIFY":
      return isZero(tree, value) ? found(tree, node) : undefined;
    default:
      return undefined;
  }
}

function unverifiedContext(tree: SyntaxTree, node: NodeId): Match | undefined {
  const parent = tree.parent(node);
  const isCallee = parent !== undefined && tree.kind(parent) === "call";
  return /(?:^|\.)_create_unverified_context$/.test(textAt(tree, node))
    ? found(tree, isCallee ? parent : node)
    : undefined;
}

/** A call of an HTTP library, or `session.verify = False`. */
function isHttp(tree: SyntaxTree, node: NodeId): boolean {
  if (tree.kind(node) === "assignment") {
    const left = tree.child(node, "left");
    return left !== undefined && tree.kind(left) === "attribute" &&
      /(?:session|client|http|requests?)\.verify$/i.test(textAt(tree, left));
  }
  const list = tree.parent(node);
  const parent = list === undefined ? undefined : tree.parent(list);
  const call = parent === undefined ? undefined : callAt(tree, parent);
  return call !== undefined && HTTP_CALLS.test(call.method);
}

function inGo(tree: SyntaxTree, node: NodeId): Match | undefined {
  const isField = tree.kind(node) === "keyed_element";
  const name = nameOf(tree, tree.child(node, isField ? "key" : "left"));
  const value = tree.child(node, isField ? "value" : "right");
  if (name !== "InsecureSkipVerify" || value === undefined) return undefined;
  if (textAt(tree, value) !== "true" || checksItself(tree, node)) return undefined;
  return found(tree, node);
}

/** The configuration brings a check of its own. */
function checksItself(tree: SyntaxTree, node: NodeId): boolean {
  const fields = tree.parent(node);
  if (fields === undefined || tree.kind(node) !== "keyed_element") return false;
  return [...tree.children(fields)].some((field) =>
    /^Verify(?:PeerCertificate|Connection)$/.test(nameOf(tree, tree.child(field, "key")))
  );
}

const SCRIPT: SyntaxVisit<SyntaxTree> = {
  keywords: ["rejectUnauthorized", "strictSSL", VARIABLE],
  nodes: ["pair", "assignment_expression"],
  where: inScript,
};

const LANGUAGES: Readonly<Partial<Record<Language, SyntaxVisit<SyntaxTree>>>> = {
  javascript: SCRIPT,
  typescript: SCRIPT,
  tsx: SCRIPT,
  python: {
    keywords: [
      "verify",
      "ssl=False",
      "ssl = False",
      "CERT_NONE",
      "_create_unverified_context",
      "PYTHONHTTPSVERIFY",
    ],
    nodes: ["keyword_argument", "assignment", "attribute"],
    where: inPython,
  },
  go: {
    keywords: ["InsecureSkipVerify"],
    nodes: ["keyed_element", "assignment_statement"],
    where: inGo,
  },
};

export default {
  id: "tls-verification-disabled",
  family: "secrets",
  title: "Certificates are not checked",
  why: "Whoever sits between the server and the other side answers in its name: they read the " +
    "tokens that are sent along, and choose what the model is told.",
  fix: 'Leave the checks on; for a private authority, name its certificate (`verify="ca.pem"`, ' +
    "`ca`, `RootCAs`).",
  limits:
    "Sees options that stand as constants; behind a condition they weigh less. Whether the other side is on the same machine, " +
    "where it matters less, is not told.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-295"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["tls"],
  matcher: { kind: "syntax", languages: LANGUAGES },
  bad: [
    {
      file: "server.ts",
      code: `import https from "node:https";
const agent = new https.Agent({ rejectUnauthorized: false });
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
`,
      note: "One agent, and the whole process",
    },
    {
      file: "server.py",
      code: `import requests

def items() -> list:
    return requests.get("https://api.acme.example/items", verify=False, timeout=10).json()
`,
      note: "One request",
    },
    {
      file: "server.py",
      code: `import ssl

context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
`,
      note: "A context that checks nothing",
    },
    {
      file: "main.go",
      code: `package main

import (
	"crypto/tls"
	"net/http"
)

var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
}}
`,
      note: "A client of Go",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import https from "node:https";
const agent = new https.Agent({ ca, rejectUnauthorized: true });
const open = new https.Agent({ rejectUnauthorized: !options.insecure });
`,
      note: "A private authority; and a choice of whoever runs it",
    },
    {
      file: "server.py",
      code: `import jwt
import requests

def items(token: str) -> list:
    jwt.decode(token, KEY, algorithms=["HS256"], verify=False)
    return requests.get("https://api.acme.example/items", verify="ca.pem").json()
`,
      note: "A private authority; a token's check, which is another",
    },
    {
      file: "main.go",
      code: `package main

import "crypto/tls"

var config = &tls.Config{InsecureSkipVerify: true, VerifyConnection: pinned}
`,
      note: "A check of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
