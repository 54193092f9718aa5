import { Buffer } from "node:buffer";
import type { Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { exampleChars, looksRandom } from "./token_checks.ts";
import { endsWord, startsWord } from "./word_edges.ts";

/** HS256, the shortest signature in use, gives 43 characters; RSA of 8,192 bits 1,366. */
const TOKEN = /eyJ[A-Za-z0-9_-]{8,1500}\.eyJ[A-Za-z0-9_-]{8,6000}\.[A-Za-z0-9_-]{43,1400}/y;

type Claims = Readonly<Record<string, unknown>>;

function decode(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? value as Claims : undefined;
  } catch {
    // Not JSON: no token.
    return undefined;
  }
}

/** The subject and time of the token that jwt.io shows, and what tests call theirs. */
const SHOWN_SUBJECT = "1234567890";
const SHOWN_TIME = 1516239022;
const MADE_UP =
  /^(?:john doe|jane doe|alice|bob|foo|bar|user|me|u|[a-z]{0,20}[-_ ]?(?:test|example|sample|demo|dummy|fake|mock)[-_ ]?[a-z0-9]{0,20})$/i;

function isMadeUp({ sub, name, iat, iss, email }: Claims): boolean {
  if (sub === SHOWN_SUBJECT || iat === SHOWN_TIME) return true;
  if (/(?:example\.(?:com|org|net)|\.test|localhost)\b/.test(`${iss} ${email}`)) return true;
  return [sub, name, iss].some((claim) => typeof claim === "string" && MADE_UP.test(claim));
}

/** Roles of keys that a provider gives out for browsers: the token says that it is public. */
const PUBLIC_ROLES = new Set<unknown>(["anon", "public"]);

function where(hit: RegExpExecArray): Match | undefined {
  const { index, input } = hit;
  if (!startsWord(input, index)) return undefined;
  TOKEN.lastIndex = index;
  const token = TOKEN.exec(input)?.[0];
  if (token === undefined || !endsWord(input, index + token.length)) return undefined;
  const [header = "", payload = "", signature = ""] = token.split(".");
  const algorithm = decode(header)?.["alg"];
  const claims = decode(payload);
  if (typeof algorithm !== "string" || !claims || !looksRandom(signature)) return undefined;
  if (isMadeUp(claims) || PUBLIC_ROLES.has(claims["role"])) return undefined;
  const span = { start: index, end: index + token.length };
  const lasting = claims["exp"] === undefined;
  return {
    span,
    message: lasting
      ? "A JSON Web Token that never expires stands in the file"
      : "A JSON Web Token stands in the file",
    ...(lasting && { severity: "high" }),
    secret: span,
    fingerprint: "whole",
  };
}

function exampleToken(claims: Claims): string {
  const part = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${exampleChars(21)(43)}`;
}

export default {
  id: "json-web-token",
  family: "secrets",
  title: "JSON Web Token in a file",
  why: "Whoever reads the file can act as the token's subject until it expires, and some never do.",
  fix: "Revoke the token, and fetch one when it is needed or read it from the environment.",
  limits: "Whether a token with an expiry is still valid is not judged, nor is its signature; an " +
    "encrypted token (of five parts) is not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-798", "CWE-522"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: {
    kind: "text",
    files: "all",
    patterns: [{ keywords: ["eyj"], expression: /eyJ/g, where }],
  },
  bad: [
    {
      file: "client.ts",
      code: () =>
        `const bearer = "${exampleToken({ sub: "svc-8812", role: "service_role", iss: "db" })}";\n`,
      note: "A token of a service role, without an expiry",
    },
    {
      file: ".env",
      code: () => `SESSION=${exampleToken({ sub: "4711", exp: 1893456000 })}\n`,
      note: "A session in an environment file",
    },
  ],
  good: [
    {
      file: "jwt_docs.py",
      code: () =>
        `TOKEN = "${exampleToken({ sub: "1234567890", name: "John Doe", iat: 1516239022 })}"\n`,
      note: "The token that documentation shows",
    },
    {
      file: "client.ts",
      code: () => `const anon = "${exampleToken({ iss: "supabase", ref: "x", role: "anon" })}";\n`,
      note: "A key that says it is public",
    },
    {
      file: "parse.go",
      code: `package a\n\nvar prefix = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.signature"\n`,
      note: "No signature",
    },
  ],
} satisfies Rule<SyntaxTree>;
