import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, CALL_NODES, callAt, elementsOf, optionOf, valueOf } from "../code/calls.ts";
import { functionAround, textAt, truthOf, visit } from "./settings.ts";
import { readsIn } from "./signs.ts";

/** A function of such a name lets someone in by what it reads. */
const CHECKS =
  /verif|authenticat|authoriz|require|current_?user|get_?user|validate|check|protect|login|session|middleware/i;

const PYTHON_READ = /^(?:jwt\.decode|jose\.jwt\.decode|jwt\.api_jwt\.decode)$/;
const SCRIPT_READ = /^(?:jsonwebtoken\.decode|jwt-decode|jwt-decode\.jwtDecode|jose\.decodeJwt)$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  if (takesNone(call)) {
    return {
      span: tree.span(node),
      message: "A token without a signature is taken for a good one",
      severity: "high",
      confidence: "high",
    };
  }
  if (!isUnchecked(call)) return undefined;
  const around = functionAround(tree, node);
  const name = around === 0 ? undefined : nameOf(tree, around);
  if (name === undefined || !CHECKS.test(name)) return undefined;
  return isCheckedToo(tree, around) ? undefined : {
    span: tree.span(node),
    message: `"${name}" reads a token without checking its signature`,
  };
}

function nameOf(tree: SyntaxTree, function_: NodeId): string | undefined {
  const parent = tree.parent(function_);
  const name = tree.child(function_, "name") ??
    (parent === undefined ? undefined : tree.child(parent, "name"));
  return name === undefined ? undefined : textAt(tree, name).slice(0, 60);
}

const VERIFIERS =
  /(?:jwtVerify|jwt\.verify|\.verify\(|verify_token|ParseWithClaims|jwt\.Parse\(|introspect|get_signing_key|verifyToken|verify_signature["']: ?True)/;

/** Read first to choose the key, and checked in the same function. */
function isCheckedToo(tree: SyntaxTree, function_: NodeId): boolean {
  return readsIn(tree, function_, VERIFIERS);
}

/** `none` among the algorithms of a check. */
function takesNone(call: Call): boolean {
  if (!/^(?:verify|decode|jwtVerify|sign|encode)$/.test(call.method)) return false;
  if (/^(?:sign|encode)$/.test(call.method)) return false;
  const option = optionOf(call, "algorithms") ?? call.keywords.get("algorithm");
  if (option === undefined) return false;
  const names = elementsOf(call.tree, option) ?? [option];
  return names.some((name) => constantText(call.tree, name)?.text.toLowerCase() === "none");
}

function isUnchecked(call: Call): boolean {
  const { tree, callee, method, keywords } = call;
  if (tree.language === "go") return method === "ParseUnverified";
  if (tree.language !== "python") return SCRIPT_READ.test(callee);
  if (/^jose\.jwt\.get_unverified_claims$/.test(callee)) return true;
  if (!PYTHON_READ.test(callee)) return false;
  const verify = keywords.get("verify");
  if (verify !== undefined && truthOf(tree, verify) === false) return true;
  const options = keywords.get("options");
  return options !== undefined &&
    /["']verify_signature["']\s{0,9}:\s{0,9}False/.test(textAt(tree, valueOf(tree, options)));
}

const SCRIPT_WORDS = ["jsonwebtoken", "jwt-decode", "decodeJwt", '"none"', "'none'"];

export default {
  id: "token-not-verified",
  family: "server-hygiene",
  title: "Token read without checking its signature",
  why: "Anyone writes a token that says they are somebody else. Until its signature is checked, " +
    "what it holds is a claim and no more.",
  fix: "Check the signature with the issuer's key, a fixed algorithm, the issuer and the audience.",
  limits:
    "Whether what is read lets someone in goes by the name of the function around, so reading " +
    "one's own token, for its expiry say, is left alone.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-347", "CWE-287"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["authentication", "oauth"],
  matcher: visit(
    {
      python: ["verify_signature", "verify=False", "get_unverified_claims", '"none"', "'none'"],
      javascript: SCRIPT_WORDS,
      typescript: SCRIPT_WORDS,
      tsx: SCRIPT_WORDS,
      go: ["ParseUnverified"],
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "auth.py",
      code: `import jwt

def current_user(token: str) -> str:
    return jwt.decode(token, options={"verify_signature": False})["sub"]
`,
      note: "Whoever writes the token is the user",
    },
    {
      file: "auth.ts",
      code: `import jwt from "jsonwebtoken";

export function requireUser(req, res, next) {
  req.user = jwt.decode(req.headers.authorization.slice(7));
  next();
}
export const claims = (token) => jwt.verify(token, key, { algorithms: ["HS256", "none"] });
`,
      note: "Read, not checked; and a check that takes tokens without a signature",
    },
    {
      file: "auth.go",
      code: `package auth

import "github.com/golang-jwt/jwt/v5"

func authenticate(text string) (*jwt.Token, error) {
	token, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	return token, err
}
`,
      note: "The method says it",
    },
  ],
  good: [
    {
      file: "auth.py",
      code: `import jwt

def current_user(token: str) -> str:
    key = keys.get_signing_key_from_jwt(token).key
    return jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER)["sub"]
`,
      note: "Checked with the issuer's key",
    },
    {
      file: "auth.ts",
      code: `import jwt from "jsonwebtoken";

export const user = (token) => jwt.verify(token, key, { algorithms: ["RS256"], audience, issuer });
const level = { logging: "none" };
`,
      note: "Checked; and another `none`",
    },
  ],
} satisfies Rule<SyntaxTree>;
