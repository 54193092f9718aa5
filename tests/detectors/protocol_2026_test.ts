// Rules over tokens, sign-in and the protocol of 2026-07-28, by small files; and texts that are
// made to be dear.

import assert from "node:assert/strict";
import { PROTOCOL_RULES } from "../../src/detectors/protocol/mod.ts";
import { scanTexts } from "../support/scan_text.ts";

/** `rule:line` of every finding in one file, in order. */
async function found(path: string, text: string): Promise<string[]> {
  const { findings, diagnostics } = await scanTexts({ [path]: text }, PROTOCOL_RULES);
  assert.deepEqual(diagnostics, []);
  return findings.map(({ ruleId, location }) => `${ruleId}:${location.line}`);
}

const CASES: readonly { name: string; file: string; code: string; expect: readonly string[] }[] = [
  {
    name: "a caller's token under names, and one that is answered",
    file: "server.ts",
    code: `app.post("/mcp", async (req, res) => {
  const token = req.headers.authorization;
  await axios.get(URL, { headers: { Authorization: token } });
  res.set("Authorization", req.headers.authorization);
  save({ authorization: req.headers.authorization });
});
server.registerTool("x", {}, async (args, extra) =>
  fetch(URL, { headers: { authorization: \`Bearer \${extra.authInfo.token}\` } }));`,
    expect: ["token-passthrough:3", "token-passthrough:8"],
  },
  {
    name: "a token that is read to find its key, and then checked",
    file: "auth.py",
    code: `import jwt
def verify_user(token):
    issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
    return jwt.decode(token, key_of(issuer), options={"verify_signature": True})
def verify_other(token):
    return jwt.decode(token, options={"verify_signature": False})`,
    expect: ["token-not-verified:6"],
  },
  {
    name: "an audience that is looked at by hand",
    file: "auth.ts",
    code: `import { createRemoteJWKSet, jwtVerify } from "jose";
const keys = createRemoteJWKSet(new URL(ADDRESS));
const { payload } = await jwtVerify(token, keys, { issuer });
if (payload.aud !== SELF) throw new Error("Not for us");`,
    expect: [],
  },
  {
    name: "a sign-in with and without a challenge and a state",
    file: "oauth.py",
    code: `one = f"https://id.example/auth?client_id={c}&response_type=code&state={s}"
body = {"client_id": c, "response_types": ["code"], "response_type": "token"}`,
    expect: ["oauth-without-pkce:1"],
  },
  {
    name: "states in base64, by a plain name, and of a fixed text",
    file: "server.ts",
    code: `const state = Buffer.from(JSON.stringify({ step })).toString("base64url");
const a = { resultType: "input_required", requestState: state };
const b = { resultType: "input_required", requestState: previous };
const c = { resultType: "input_required", requestState: "confirmed" };`,
    expect: ["unprotected-request-state:2"],
  },
  {
    name: "a state beside something that signs, and text that only says so",
    file: "server.ts",
    code: `import { createHmac } from "node:crypto";
const a = { resultType: "input_required", requestState: JSON.stringify({ step }) };`,
    expect: [],
  },
  {
    name: "a form that asks to sign in does not sign a state",
    file: "server.ts",
    code: `const a = {
  resultType: "input_required",
  message: "Sign in, designer",
  requestState: JSON.stringify({ step }),
};`,
    expect: ["unprotected-request-state:4"],
  },
  {
    name: "codecs whose options lie elsewhere",
    file: "server.ts",
    code: `const one = createRequestStateCodec(options);
const two = createRequestStateCodec({ ...defaults, key });
const three = createRequestStateCodec({ key, bind, ttlSeconds: 7 * 24 * 3600 });`,
    expect: ["unbound-request-state:3"],
  },
  {
    name: "scopes of caches for lists, for reads and for a caller",
    file: "server.go",
    code: `package main

func read(ctx context.Context, req *mcp.ReadResourceRequest) *mcp.ReadResourceResult {
	notes := notesOf(req.Extra.TokenInfo)
	return &mcp.ReadResourceResult{Contents: notes, Cacheable: mcp.Cacheable{CacheScope: "public"}}
}

func list() *mcp.ListToolsResult {
	return &mcp.ListToolsResult{Cacheable: mcp.Cacheable{CacheScope: "public"}}
}`,
    expect: ["public-cache-of-private-data:5"],
  },
  {
    name: "forms that ask for secrets, and forms that ask about them",
    file: "server.py",
    code:
      `SCHEMA = {"properties": {"apiKey": {"type": "string"}, "rotate_password": {"type": "boolean"}}}
await session.elicit_form(message="Key?", requestedSchema=SCHEMA)`,
    expect: ["elicited-secret:1"],
  },
  {
    name: "each feature that ends once in a file",
    file: "server.ts",
    code: `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
await server.sendLoggingMessage({ level: "info", data: 1 });
await server.sendLoggingMessage({ level: "info", data: 2 });
await server.server.createMessage({ messages, maxTokens: 10 });`,
    expect: ["deprecated-protocol-feature:2", "deprecated-protocol-feature:4"],
  },
  {
    name: "session ids of the clock, of chance, and times that are no ids",
    file: "server.js",
    code:
      `import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
const sessionId = "s" + Date.now().toString(36);
const session = { sessionId: \`\${Date.now()}-\${crypto.randomUUID()}\`, created: Date.now() };
sessions[sessionId] = Date.now();`,
    expect: ["guessable-session-id:2"],
  },
  {
    name: "a generator of session ids that reads the clock",
    file: "server.js",
    code:
      `const t = new StreamableHTTPServerTransport({ sessionIdGenerator: () => "s" + Date.now() });
const u = new StreamableHTTPServerTransport({ sessionIdGenerator: () => make() });`,
    expect: ["guessable-session-id:1"],
  },
  {
    name: "names of headers that are none",
    file: "server.ts",
    code: `const a = { region: { type: "string", "x-mcp-header": "My Region" } };
const b = { userEmail: { type: "string", "x-mcp-header": "Mail" } };
const c = { tokens: { type: "integer", "x-mcp-header": "Tokens" } };`,
    expect: ["sensitive-parameter-in-header:1", "sensitive-parameter-in-header:2"],
  },
];

for (const { name, file, code, expect } of CASES) {
  Deno.test(`protocol: ${name}`, async () => {
    assert.deepEqual(await found(file, code), expect);
  });
}

const HOSTILE: readonly [name: string, file: string, code: string][] = [
  ["schemas inside schemas", "a.ts", `const a = ${"{ requestedSchema: { x: ".repeat(300)}1`],
  ["brackets without an end", "a.py", `x = jwt.decode(${"(".repeat(4000)} verify_signature`],
  ["names that stand for one another", "a.js", "let a = b; let b = a; f({ requestState: a });"],
  ["a setting without a value", "a.go", "package a\nvar x = T{CacheScope: , RequestState:}"],
  ["references in circles", "a.py", 'S = {"inputSchema": S, "$ref": S}\nx(requestedSchema=S)'],
];

for (const [name, file, code] of HOSTILE) {
  Deno.test(`protocol: ${name} find nothing and end`, async () => {
    const { findings } = await scanTexts({ [file]: code }, PROTOCOL_RULES);
    assert.deepEqual(findings.map(({ ruleId }) => ruleId), []);
  });
}
