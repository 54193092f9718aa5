import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, CALL_NODES, callAt, optionOf, valueOf } from "../code/calls.ts";
import { textAt, visit } from "./settings.ts";
import { signIn } from "./signs.ts";

/** Elsewhere in the file, somebody looks at whom the token is for. */
const AUDIENCE =
  /^(?:aud|audience|audiences|valid_?audience|resource_?server|expected_?audience)$/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const isOff = switchesOff(call);
  if (!isOff && (!checksOthersTokens(call) || signIn(tree, 0, AUDIENCE))) return undefined;
  return {
    span: tree.span(node),
    message: isOff
      ? "The check of whom a token is for is switched off"
      : "Tokens made for other services are accepted: no audience is checked",
  };
}

function switchesOff({ tree, callee, keywords }: Call): boolean {
  const options = keywords.get("options");
  return /(?:^|\.)jwt\.decode$/.test(callee) && options !== undefined &&
    /["']verify_aud["']\s{0,9}:\s{0,9}False/.test(textAt(tree, valueOf(tree, options)));
}

/** Keys of somebody else's, who makes tokens for others as well. */
function checksOthersTokens(call: Call): boolean {
  const { tree, callee, method, positional, keywords } = call;
  if (tree.language === "python") {
    return /(?:^|\.)(?:JWTVerifier|BearerAuthProvider)$/.test(callee) &&
      keywords.has("jwks_uri") && !keywords.has("audience");
  }
  if (method !== "jwtVerify" || optionOf(call, "audience") !== undefined) return false;
  const key = positional[1];
  return key !== undefined &&
    callAt(tree, valueOf(tree, key))?.method === "createRemoteJWKSet" &&
    isPlain(tree, positional[2]);
}

/** Options that stand here whole, or none. */
function isPlain(tree: SyntaxTree, options: NodeId | undefined): boolean {
  if (options === undefined) return true;
  const value = valueOf(tree, options);
  return tree.kind(value) === "object" && !textAt(tree, value).includes("...");
}

const SCRIPT = ["jwtVerify"];

export default {
  id: "token-audience-not-checked",
  family: "protocol",
  title: "Token accepted whoever it was made for",
  why: "A token that the same issuer made for another service, or that another server was given, " +
    "opens this one as well. The specification of 2026-07-28 (Authorization, Token Audience " +
    "Binding and Validation) has servers check that a token was made for them.",
  fix: "Give the check the server's own audience (`audience=`, `audience:`).",
  limits: "Looks at checks with keys that an issuer publishes (jose, FastMCP) and at PyJWT's " +
    "switch. A check by hand counts where the file speaks of `aud` or an audience.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-287", "CWE-441"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["authentication", "oauth"],
  matcher: visit(
    {
      python: ["verify_aud", "jwks_uri"],
      javascript: SCRIPT,
      typescript: SCRIPT,
      tsx: SCRIPT,
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "auth.py",
      code: `import jwt

def claims(token: str, key) -> dict:
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})
`,
      note: "Switched off",
    },
    {
      file: "auth.ts",
      code: `import { createRemoteJWKSet, jwtVerify } from "jose";

const keys = createRemoteJWKSet(new URL("https://id.acme.example/keys"));
export const claims = async (token: string) =>
  (await jwtVerify(token, keys, { issuer: "https://id.acme.example" })).payload;
`,
      note: "Whoever the issuer made it for",
    },
  ],
  good: [
    {
      file: "auth.py",
      code: `import jwt

def claims(token: str, key) -> dict:
    return jwt.decode(token, key, algorithms=["RS256"], audience="https://mcp.acme.example")
`,
      note: "Made for this server",
    },
    {
      file: "auth.ts",
      code: `import { createRemoteJWKSet, jwtVerify } from "jose";

const keys = createRemoteJWKSet(new URL("https://id.acme.example/keys"));
export const claims = async (token: string) =>
  (await jwtVerify(token, keys, { audience: "https://mcp.acme.example" })).payload;
export const own = async (token: string) => (await jwtVerify(token, secret)).payload;
`,
      note: "Made for this server; and a secret that only the server has",
    },
  ],
} satisfies Rule<SyntaxTree>;
