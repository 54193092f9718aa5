import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES, callAt, optionOf, valueOf } from "../code/calls.ts";
import { startOf, textAt, visit } from "./settings.ts";

const PLAIN = /^http:\/\/([^\s/:?#@]{1,200})/i;
/** Names that never leave the machine, its network or its cluster; and names of documents. */
const NEAR =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|\[|host\.docker|[\w-]{1,63}$|\d{1,3}(?:\.\d{1,3}){3}$)|\.(?:local|localhost|internal|svc|lan|home|test|cluster\.local)$|\{/i;

const ASKING = /^(?:fetch|get|post|put|patch|delete|request|axios|got|ky|NewRequest)$/;
const CREDENTIAL = /authorization|x-api-key|api[_-]?key|private-token|x-auth-token/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call || !ASKING.test(call.method)) return undefined;
  const address = call.keywords.get("url") ??
    call.positional.slice(0, 2).find((each) => PLAIN.test(startOf(tree, each)));
  const host = address === undefined ? undefined : PLAIN.exec(startOf(tree, address))?.[1];
  if (host === undefined || NEAR.test(host)) return undefined;
  const headers = optionOf(call, "headers");
  const sends = headers !== undefined && CREDENTIAL.test(textAt(tree, valueOf(tree, headers))) ||
    (tree.language === "python" && call.keywords.has("auth"));
  return sends
    ? { span: tree.span(node), message: `A credential goes to "${host}" for all to read` }
    : undefined;
}

const WORDS = ["http://"];

export default {
  id: "credentials-over-http",
  family: "server-hygiene",
  title: "Credential sent without encryption",
  why: "Everybody on the way reads the header: the network of the café, the provider, whoever " +
    "answers in the other side's name. The key is theirs from then on.",
  fix: "Ask over https://.",
  limits: "Sees an address and a header that stand at the call; addresses of the machine and of " +
    "private networks are left out.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-319"],
  owasp: ["MCP01:2025", "ASI07:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["network", "secrets"],
  matcher: visit(
    { python: WORDS, javascript: WORDS, typescript: WORDS, tsx: WORDS },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.ts",
      code: `const answer = await fetch("http://api.acme-crm.com/items", {
  headers: { Authorization: \`Bearer \${process.env.ACME_TOKEN}\` },
});
`,
      note: "A token in a header",
    },
    {
      file: "server.py",
      code: `import requests

BASE = "http://api.acme-crm.com"

def items(user: str, word: str) -> list:
    return requests.get(f"{BASE}/items", auth=(user, word), timeout=10).json()
`,
      note: "A name and a password, the address under a name",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const headers = { Authorization: \`Bearer \${process.env.ACME_TOKEN}\` };
const answer = await fetch("https://api.acme-crm.com/items", { headers });
const near = await fetch("http://localhost:8080/items", { headers });
const open = await fetch("http://example.com/robots.txt");
`,
      note: "Encrypted; on the same machine; nothing secret",
    },
    {
      file: "server.py",
      code: `import requests

def items(key: str) -> list:
    return requests.get("http://gateway:8080/items", headers={"X-API-Key": key}, timeout=10).json()
`,
      note: "Another container",
    },
  ],
} satisfies Rule<SyntaxTree>;
