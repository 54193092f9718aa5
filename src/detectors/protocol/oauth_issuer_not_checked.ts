import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, optionOf, valueOf } from "../code/calls.ts";
import { textAt, visit } from "./settings.ts";
import { hasSign } from "./signs.ts";

/** The packages whose sign-in checks the issuer, where it is told of it. */
const PACKAGE = /^@modelcontextprotocol\/client/;
const ISSUER = /^(?:iss|issuer)$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call || !hasSign(tree, PACKAGE)) return undefined;
  const { method, positional } = call;
  const [first] = positional;
  const isCode = method === "finishAuth" && positional.length === 1 && first !== undefined &&
    isPlainCode(tree, first);
  const isBare = method === "auth" && optionOf(call, "authorizationCode") !== undefined &&
    optionOf(call, "iss") === undefined;
  if (!isCode && !(isBare && !hasSign(tree, ISSUER))) return undefined;
  return {
    span: tree.span(node),
    message: "A code is redeemed without asking which server it came from",
  };
}

/** A code by its name, or one that is read out of the address; not the whole address. */
function isPlainCode(tree: SyntaxTree, argument: NodeId): boolean {
  const value = valueOf(tree, argument);
  const call = callAt(tree, value);
  if (call?.method === "get") {
    const [name] = call.positional;
    return name !== undefined && constantText(tree, name)?.text === "code";
  }
  return /^(?:\w{0,30}[cC]ode|[\w.]{1,60}\.code)!?$/.test(textAt(tree, argument));
}

const WORDS = ["finishAuth", "authorizationCode"];

export default {
  id: "oauth-issuer-not-checked",
  family: "protocol",
  title: "OAuth answer taken from any authorization server",
  why: "A client that knows several authorization servers can be made to hand the code of an " +
    "honest one to a hostile one (mix-up). The specification of 2026-07-28 (Authorization, " +
    "Authorization Response Validation) has clients compare `iss` before redeeming a code.",
  fix: "Hand over the whole answer: `finishAuth(url.searchParams)`, or the code and its `iss`.",
  limits:
    "Knows the client of the TypeScript SDK from version 2 on; a sign-in written by hand is " +
    "not judged.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-346"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "oauth"],
  matcher: visit({ javascript: WORDS, typescript: WORDS, tsx: WORDS }, {
    javascript: ["call_expression"],
    typescript: ["call_expression"],
    tsx: ["call_expression"],
  }, where),
  bad: [
    {
      file: "client.ts",
      code: `import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const code = new URL(callback).searchParams.get("code");
await transport.finishAuth(code);
`,
      note: "The code alone",
    },
    {
      file: "client.ts",
      code: `import { auth } from "@modelcontextprotocol/client";

await auth(provider, { serverUrl, authorizationCode: query.code });
`,
      note: "The same a level below",
    },
  ],
  good: [
    {
      file: "client.ts",
      code: `import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

await transport.finishAuth(new URL(callback).searchParams);
`,
      note: "The whole answer",
    },
    {
      file: "client.ts",
      code: `import { auth } from "@modelcontextprotocol/client";

await auth(provider, { serverUrl, authorizationCode: query.code, iss: query.iss });
`,
      note: "The code and who sent it",
    },
  ],
} satisfies Rule<SyntaxTree>;
