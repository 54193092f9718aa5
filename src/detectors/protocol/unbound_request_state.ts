import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, CALL_NODES, callAt, optionOf, valueOf } from "../code/calls.ts";
import { textAt, visit } from "./settings.ts";
import { asksWho } from "./signs.ts";

/** Seconds in a day: more than any form takes to fill in. */
const LONGEST = 86_400;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const isScript = call.method === "createRequestStateCodec";
  if (!isScript && !/^(?:RequestStateSecurity|ephemeral)$/.test(call.method)) return undefined;
  if (!isScript && !textAt(tree, node).startsWith("RequestStateSecurity")) return undefined;
  const seconds = secondsOf(call, isScript ? "ttlSeconds" : "ttl");
  if (seconds !== undefined && seconds > LONGEST) {
    return { span: tree.span(node), message: "A state can be handed in again for days" };
  }
  const isUnbound = isScript
    ? standsHere(call) && optionOf(call, "bind") === undefined
    : isNone(call);
  if (!isUnbound) return undefined;
  return {
    span: tree.span(node),
    message: "State that was given to one caller is accepted from any other",
    // Where nobody signs in, there is nobody to bind to.
    ...(!asksWho(tree) && { confidence: "low" }),
  };
}

function secondsOf(call: Call, name: string): number | undefined {
  const option = optionOf(call, name);
  if (option === undefined) return undefined;
  const value = valueOf(call.tree, option);
  const text = (constantText(call.tree, value)?.text ?? textAt(call.tree, value)).trim();
  if (!/^[\d_. *]{1,40}$/.test(text)) return undefined;
  return text.replaceAll("_", "").split("*").map(Number).reduce((all, each) => all * each, 1);
}

/** The options stand at the call, none of them spread in. */
function standsHere({ tree, positional }: Call): boolean {
  const [options] = positional;
  if (options === undefined) return false;
  const value = valueOf(tree, options);
  return tree.kind(value) === "object" && !textAt(tree, value).includes("...");
}

function isNone(call: Call): boolean {
  const bind = call.keywords.get("bind_principal");
  return bind !== undefined && call.tree.kind(valueOf(call.tree, bind)) === "none";
}

const WORDS = ["createRequestStateCodec"];

export default {
  id: "unbound-request-state",
  family: "protocol",
  title: "Request state that is good for anyone, or for days",
  why:
    "A signed state proves only that the server made it. Whoever gets hold of one goes on with " +
    "another user's call, or repeats their own. The specification of 2026-07-28 (Multi Round-Trip " +
    "Requests, Server Requirements) asks for the caller, the request and a short expiry in it.",
  fix: "Give the codec `bind` with the caller and the method, and leave the expiry at minutes.",
  limits: "Knows the codecs of the TypeScript and Python SDKs. A server without sign-in, on one " +
    "machine, has nobody to bind to; a codec of the server's own is not judged.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-294", "CWE-639"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "state"],
  matcher: visit(
    {
      python: ["RequestStateSecurity"],
      javascript: WORDS,
      typescript: WORDS,
      tsx: WORDS,
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.ts",
      code: `import { createRequestStateCodec } from "@modelcontextprotocol/server";

const codec = createRequestStateCodec({ key, ttlSeconds: 600 });
`,
      note: "Good for any caller",
    },
    {
      file: "server.py",
      code: `from mcp.server.request_state import RequestStateSecurity

security = RequestStateSecurity(keys=[key], bind_principal=None)
slow = RequestStateSecurity(keys=[key], ttl=30 * 24 * 3600)
`,
      note: "Bound to nobody, and good for a month",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { createRequestStateCodec } from "@modelcontextprotocol/server";

const codec = createRequestStateCodec({
  key,
  bind: (ctx) => \`\${ctx.mcpReq.method} \${ctx.http?.authInfo?.clientId ?? ""}\`,
});
`,
      note: "Bound to the method and the caller",
    },
    {
      file: "server.py",
      code: `from mcp.server.request_state import RequestStateSecurity

security = RequestStateSecurity(keys=[key], ttl=300)
`,
      note: "Bound by default, and good for minutes",
    },
  ],
} satisfies Rule<SyntaxTree>;
