import { type Language, LANGUAGES, type Match, type Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, memberOf, valueOf } from "./calls.ts";

/** By its last word, what it is compared with lets someone in. */
const CREDENTIAL =
  /(?:^|[a-z0-9_.$-])(?:password|passwd|pwd|passphrase|passcode|secret|api_?key|admin_?key|access_?key|auth_?key|auth_?token|access_?token|admin_?token|api_?token|bearer_?token)$/i;
/** Of those, what is no credential itself. */
const OTHER = /^no_|hash|encrypted/i;

/** Shorter ones are marks and prefixes. */
const FEWEST = 6;
const WORDS = /^[A-Za-z][A-Za-z _-]{0,200}$/;
const FILLERS =
  /your|example|placeholder|change|redact|\*{2}|x{3}|\.{3}|[<>{}$]|^(?:none|null|undefined|empty|true|false)$/i;
/** Words that are tried first, so that they stand for a password and nothing else. */
const COMMON = /^(?:admin|letmein|qwerty|hunter|swordfish|opensesame|superuser)$/i;

function isCredentialValue(text: string): boolean {
  if (text.length < FEWEST || text.length > 200 || FILLERS.test(text)) return false;
  return COMMON.test(text) || !WORDS.test(text);
}

const OPERATORS: ReadonlySet<string> = new Set(["==", "!=", "===", "!=="]);
const COMPARERS = new Set([
  "hmac.compare_digest",
  "secrets.compare_digest",
  "crypto.timingSafeEqual",
  "crypto/subtle.ConstantTimeCompare",
]);

/** Both sides of a comparison; `undefined` for anything else. */
function sidesOf(tree: SyntaxTree, node: NodeId): readonly [NodeId, NodeId] | undefined {
  const call = callAt(tree, node);
  if (call) {
    const [left, right] = call.positional;
    if (!COMPARERS.has(call.callee) || left === undefined || right === undefined) return undefined;
    return [bytesOf(tree, left), bytesOf(tree, right)];
  }
  if (tree.kind(node) === "comparison_operator") {
    const [left, operator, right, ...others] = tree.children(node);
    if (left === undefined || operator === undefined || right === undefined) return undefined;
    return others.length === 0 && OPERATORS.has(tree.textOf(operator)) ? [left, right] : undefined;
  }
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  const operator = tree.child(node, "operator");
  if (left === undefined || right === undefined || operator === undefined) return undefined;
  return OPERATORS.has(tree.textOf(operator)) ? [left, right] : undefined;
}

/** What is turned into bytes to be compared. */
function bytesOf(tree: SyntaxTree, node: NodeId): NodeId {
  if (tree.kind(node) === "type_conversion_expression") return tree.child(node, "operand") ?? node;
  const call = callAt(tree, node);
  if (call?.method === "encode" && call.receiver !== undefined) return call.receiver;
  if (call?.callee.endsWith("Buffer.from") || call?.callee === "[]byte") {
    return call.positional[0] ?? node;
  }
  return node;
}

/** Units of an expression that are looked at as a name. */
const LONGEST_NAME = 120;

/** What an expression is called by: its last member, a quoted key, or itself. */
function nameOf(tree: SyntaxTree, node: NodeId): string {
  const { start, end } = tree.span(node);
  if (end - start > LONGEST_NAME) return "";
  const member = memberOf(tree, node);
  if (member) return tree.textOf(member.name);
  const call = callAt(tree, node);
  const key = call?.method === "get" || call?.method === "Get"
    ? call.positional[0]
    : tree.child(node, "subscript") ?? tree.child(node, "index");
  if (key !== undefined) return constantText(tree, key)?.text ?? "";
  return tree.kind(node) === "identifier" ? tree.textOf(node) : "";
}

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const sides = sidesOf(tree, node);
  if (!sides || tree.ancestor(node, ASSERTIONS) !== undefined) return undefined;
  for (const [named, value] of [sides, sides.toReversed()] as const) {
    const name = nameOf(tree, named!);
    if (!CREDENTIAL.test(name) || OTHER.test(name)) continue;
    const text = constantText(tree, value!)?.text;
    if (constantText(tree, named!) || text === undefined || !isCredentialValue(text)) continue;
    const at = valueOf(tree, value!);
    return {
      span: tree.span(node),
      message: `"${name}" is compared with a value that stands in the code`,
      secret: tree.span(at),
      fingerprint: "redacted",
    };
  }
  return undefined;
}

/** What a test says of a value lets nobody in. */
const ASSERTIONS = new Set(["assert_statement"]);

const NODES: Readonly<Record<Language, readonly string[]>> = {
  python: ["comparison_operator", "call"],
  javascript: ["binary_expression", "call_expression"],
  typescript: ["binary_expression", "call_expression"],
  tsx: ["binary_expression", "call_expression"],
  go: ["binary_expression", "call_expression"],
};
/** Parts of the names, in the cases that names are written in. */
const KEYWORDS = [
  ...["assw", "ASSW", "pwd", "Pwd", "PWD", "assphrase", "ASSPHRASE", "asscode", "ASSCODE"],
  ...["ecret", "SECRET", "pi_key", "piKey", "PIKey", "pikey", "pi-key", "PI_KEY"],
  ...["min_key", "minKey", "MIN_KEY", "ess_key", "essKey", "ESS_KEY", "uth_key", "uthKey"],
  ...["UTH_KEY", "uth_token", "uthToken", "UTH_TOKEN", "ess_token", "essToken", "ESS_TOKEN"],
  ...["min_token", "minToken", "MIN_TOKEN", "pi_token", "piToken", "PI_TOKEN", "earer"],
];

export default {
  id: "credential-comparison",
  family: "secrets",
  title: "Credential checked against a value in the code",
  why: "Whoever has the code or the package has the credential, it is the same everywhere, and " +
    "nobody can change it without a new version.",
  fix: "Read the credential from the environment or a secret store and compare in constant time; " +
    "keep a hash, not the password, of what people choose.",
  limits:
    "Goes by the name of what is compared. A value of letters alone is taken for a word of a " +
    "protocol, one shorter than six characters for a mark.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-798"],
  owasp: ["MCP01:2025", "MCP07:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: {
    kind: "syntax",
    languages: Object.fromEntries(
      LANGUAGES.map((
        language,
      ) => [language, { keywords: KEYWORDS, nodes: NODES[language], where }]),
    ),
  },
  bad: [
    {
      file: "server.py",
      code: `@mcp.tool()
def reset(admin_key: str) -> str:
    if admin_key != "notes-2024":
        return "Not allowed"
    return wipe()
`,
      note: "A tool that one word of the code opens",
    },
    {
      file: "server.ts",
      code: `app.use((req, res, next) => {
  if (req.headers["x-api-key"] === "crm-7f3a-41") return next();
  if (req.body.password === MASTER) return next();
  res.status(401).end();
});
const MASTER = "Winter2024!";
`,
      note: "A header's value, and a constant under a name",
    },
    {
      file: "auth.go",
      code: `package auth

func allowed(password string) bool {
	return password == "Sommer-2024"
}
`,
      note: "A password that nobody can change",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import hmac
import os

def allowed(api_key: str) -> bool:
    return hmac.compare_digest(api_key, os.environ["API_KEY"])

def is_set(password: str) -> bool:
    return password != "" and password != "********" and password != "undefined"

assert connect().password == "crm-2024"
`,
      note: "From the environment; values that say there is none; a test",
    },
    {
      file: "form.ts",
      code: `if (input.type === "password" || field === "api_key") hide(input);
if (token === "identifier-2" || secretName === "crm-secret-2") next();
if (apiKey === "your-api-key-1234") throw new Error("Set an API key");
`,
      note: "Names of fields, tokens of a grammar, a placeholder",
    },
  ],
} satisfies Rule<SyntaxTree>;
