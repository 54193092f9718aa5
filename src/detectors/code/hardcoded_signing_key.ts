import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, elementsOf, optionOf, valueOf } from "./calls.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Where a call takes its key: by place, or under the name of an option. */
type KeyPlace = number | string;

/** Calls that sign or check sessions and tokens with the key they are given. */
const SIGNERS: ReadonlyMap<string, readonly KeyPlace[]> = new Map([
  ["jwt.encode", [1, "key"]],
  ["jwt.decode", [1, "key"]],
  ["jose.jwt.encode", [1, "key"]],
  ["jose.jwt.decode", [1, "key"]],
  ["authlib.jose.jwt.encode", [2, "key"]],
  ["authlib.jose.jwt.decode", [1, "key"]],
  ["itsdangerous.URLSafeTimedSerializer", [0, "secret_key"]],
  ["itsdangerous.URLSafeSerializer", [0, "secret_key"]],
  ["itsdangerous.TimestampSigner", [0, "secret_key"]],
  ["itsdangerous.Signer", [0, "secret_key"]],
  ["starlette.middleware.sessions.SessionMiddleware", [1, "secret_key"]],
  ["jsonwebtoken.sign", [1]],
  ["jsonwebtoken.verify", [1]],
  ["jwt-simple.encode", [1]],
  ["jwt-simple.decode", [1]],
  ["express-session", ["secret"]],
  ["cookie-session", ["secret", "keys"]],
  ["cookie-parser", [0]],
  ["express-jwt.expressjwt", ["secret"]],
  ["github.com/gorilla/sessions.NewCookieStore", [0]],
  ["github.com/gorilla/securecookie.New", [0]],
]);

/** Methods that a token of Go's JWT packages has, behind a value whose type the file does not tell. */
const GO_METHODS = new Set(["SignedString"]);

/** `app.add_middleware(SessionMiddleware, secret_key="…")` */
const ADDERS = new Set(["add_middleware"]);

function keyOf(call: Call): NodeId | undefined {
  if (call.tree.language === "go" && GO_METHODS.has(call.method)) return call.positional[0];
  if (ADDERS.has(call.method)) return call.keywords.get("secret_key");
  for (const place of SIGNERS.get(call.callee) ?? []) {
    const key = typeof place === "number" ? call.positional[place] : optionOf(call, place);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Of keys that one takes after the other, the first signs. */
function firstOf(tree: SyntaxTree, key: NodeId): NodeId {
  return elementsOf(tree, key)?.[0] ?? key;
}

/** `[]byte("…")` of Go, `b"…"` and `"…".encode()` of Python, `Buffer.from("…")`. */
function bytesOf(tree: SyntaxTree, key: NodeId): NodeId {
  const value = valueOf(tree, key);
  if (tree.kind(value) === "type_conversion_expression") {
    return tree.child(value, "operand") ?? value;
  }
  const call = callAt(tree, value);
  if (call?.method === "encode" && call.receiver !== undefined) return call.receiver;
  if (call && ENCODERS.has(call.callee)) return call.positional[0] ?? value;
  return value;
}

const ENCODERS = new Set(["Buffer.from", "bytes", "buffer.Buffer.from", "[]byte"]);

/** Keys of other kinds: what checks a signature only, and is for all to see. */
const PUBLIC = /^-----BEGIN (?:RSA )?(?:PUBLIC KEY|CERTIFICATE)/;
/** A shorter text is hardly meant to be a key. */
const FEWEST = 3;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const key = call && keyOf(call);
  if (key === undefined || isUnchecked(call!)) return undefined;
  const place = bytesOf(tree, firstOf(tree, key));
  const text = constantText(tree, place)?.text;
  if (text === undefined || text.length < FEWEST || PUBLIC.test(text)) return undefined;
  const at = valueOf(tree, place);
  return {
    span: tree.span(at),
    message: `"${call!.callee || call!.method}" is given a key that stands in the code`,
    secret: tree.span(at),
    fingerprint: "redacted",
  };
}

/** Reading a token without checking it takes a key that does nothing. */
function isUnchecked({ tree, keywords }: Call): boolean {
  const options = keywords.get("options");
  return keywords.has("options") && /verify_signature["']:\s{0,9}False/.test(
    tree.textOf(valueOf(tree, options!)).slice(0, 400),
  );
}

export default {
  id: "hardcoded-signing-key",
  family: "secrets",
  title: "Key that signs sessions or tokens written into code",
  why:
    "Whoever has the code has the key, signs tokens with it and is any user; a key of words is " +
    "guessed without the code, too.",
  fix: "Make a random key for each installation, and read it from the environment or a secret " +
    "store; without one, refuse to start.",
  limits: "Knows the calls of common packages for tokens and sessions, and follows names within " +
    "the file. A default beside a variable of the environment is not seen.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-321", "CWE-798"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: visitCalls({
    python: ["jwt", "itsdangerous", "secret_key"],
    ...scripts(["jsonwebtoken", "jwt-simple", "-session", "cookie-parser", "express-jwt"]),
    go: ["SignedString", "gorilla/se"],
  }, where),
  bad: [
    {
      file: "auth.py",
      code: `import jwt

JWT_SECRET = "notes-server-signing"

def token_for(user: str) -> str:
    return jwt.encode({"sub": user}, JWT_SECRET, algorithm="HS256")
`,
      note: "A key of words, under a name",
    },
    {
      file: "app.ts",
      code: `import session from "express-session";
app.use(session({ secret: "keyboard cat", resave: false }));
`,
      note: "A key that a manual shows",
    },
    {
      file: "auth.go",
      code: `package auth

import "github.com/golang-jwt/jwt/v5"

var key = []byte("notes-server-signing")

func tokenFor(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}
`,
      note: "Bytes of a constant",
    },
  ],
  good: [
    {
      file: "auth.py",
      code: `import os
import jwt

def user_of(token: str) -> str:
    return jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])["sub"]

def peek(token: str) -> dict:
    return jwt.decode(token, "none", options={"verify_signature": False})
`,
      note: "From the environment; and no check at all, which takes no key",
    },
    {
      file: "app.ts",
      code: `import session from "express-session";
import jwt from "jsonwebtoken";
app.use(session({ secret: config.sessionSecret }));
export const claims = (token: string) => jwt.verify(token, publicKey);
`,
      note: "Keys that the code does not hold",
    },
  ],
} satisfies Rule<SyntaxTree>;
