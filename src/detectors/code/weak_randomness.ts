import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "./calls.ts";
import { madeFor, snakeCase } from "./made_names.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Generators whose next number follows from those before. */
const GENERATORS =
  /^(?:Math\.random|random\.(?:random|randint|randrange|choice|choices|sample|uniform|getrandbits|randbytes|shuffle)|(?:numpy|np)\.random\.(?:rand|randint|choice|bytes)|math\/rand(?:\/v2)?\.(?:Int|Intn|IntN|Int31|Int31n|Int63|Int63n|Int64|Uint32|Uint64|N|Float64|Read|Perm))$/;

/** What nobody may guess. */
const SECRETS =
  /(?:^|_)(?:token|secret|password|passwd|nonce|otp|one_time_code|salt|csrf|xsrf|(?:api|secret|encryption|signing|private|access|auth)_?key|session_?id|session_?key|mcp_session_id|(?:auth|authorization|verification|login|reset)_?code|code_?verifier|(?:oauth|auth|csrf)_?state)$/;
const MAKERS = /^_*(?:generate|gen|make|create|new|random|build|rand|get_random)_/;
/** One of several, such as a model's next token. */
const ONE_OF = /^random\.choice$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call || !GENERATORS.test(call.callee)) return undefined;
  const { names, maker } = madeFor(tree, node);
  const name = names.find((each) => SECRETS.test(snakeCase(each)));
  if (name !== undefined && !(ONE_OF.test(call.callee) && isPlain(tree, node))) {
    return {
      span: tree.span(node),
      message: `"${call.callee}" makes "${name}", which can be guessed`,
    };
  }
  const snake = maker === undefined ? "" : snakeCase(maker);
  if (!MAKERS.test(snake) || !SECRETS.test(snake)) return undefined;
  return {
    span: tree.span(node),
    message: `"${call.callee}" makes what "${maker}" gives, which can be guessed`,
  };
}

/** Given as it is, and not put together with others. */
function isPlain(tree: SyntaxTree, node: NodeId): boolean {
  const parent = tree.parent(node);
  return parent !== undefined && /^(?:assignment|keyword_argument|pair)$/.test(tree.kind(parent));
}

export default {
  id: "weak-randomness",
  family: "secrets",
  title: "Secret made by a generator that can be guessed",
  why: "These generators are made for games and statistics: from a few of their numbers the next " +
    "ones follow, and with them the tokens and passwords of other users.",
  fix: "Use `secrets` in Python, `crypto.randomBytes` or `crypto.randomUUID` in scripts, and " +
    "`crypto/rand` in Go.",
  limits: "Goes by the names of variables, fields and functions within one expression. A number " +
    "that becomes a token further on is not seen, nor a generator seeded with the clock.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-338", "CWE-330"],
  owasp: ["MCP01:2025", "MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["secrets", "randomness"],
  matcher: visitCalls({
    python: ["random"],
    ...scripts(["Math.random"]),
    go: ["math/rand"],
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `const sessionId = Math.random().toString(36).slice(2);
const login = { state: "a", csrfToken: \`\${Date.now()}-\${Math.random()}\` };
`,
      note: "A session and a token of a form",
    },
    {
      file: "auth.py",
      code: `import random
import string

def new_password(length: int = 12) -> str:
    return "".join(random.choice(string.ascii_letters) for _ in range(length))
`,
      note: "Letters, one by one, of a function whose name says what for",
    },
    {
      file: "auth.go",
      code: `package auth

import "math/rand"

const letters = "abcdefghijklmnopqrstuvwxyz"

func makeToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}
`,
      note: "The same in Go",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { randomBytes, randomUUID } from "node:crypto";
const sessionId = randomUUID();
const token = randomBytes(32).toString("hex");
const delay = Math.random() * 1000;
const row = { key: Math.random(), maxTokens: Math.floor(Math.random() * 100) };
`,
      note: "A generator for secrets; and numbers that are none",
    },
    {
      file: "auth.py",
      code: `import random
import secrets

token = secrets.token_urlsafe(32)
password = "".join(secrets.choice(LETTERS) for _ in range(16))
pin = "".join(random.SystemRandom().choices("0123456789", k=6))
next_token = random.choice(vocabulary)

def get_token(client) -> str:
    sleep(random.random())
    return client.fetch()
`,
      note: "The system's generator; a word out of a list; a wait",
    },
    {
      file: "auth.go",
      code: `package auth

import (
	"crypto/rand"
	"encoding/hex"
)

func makeToken() string {
	b := make([]byte, 32)
	rand.Read(b)
	return hex.EncodeToString(b)
}
`,
      note: "Of the same name, and another package",
    },
  ],
} satisfies Rule<SyntaxTree>;
