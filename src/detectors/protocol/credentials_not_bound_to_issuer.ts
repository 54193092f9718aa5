import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { visit } from "./settings.ts";
import { hasSign, signIn } from "./signs.ts";

const PACKAGE = /^@modelcontextprotocol\/client/;
const PROVIDER = /^OAuthClientProvider$/;
const ISSUER = /issuer/i;
/** Something lasting: a file, a store, a database. */
const STORE =
  /writeFile|localStorage|setItem|keytar|setPassword|prisma|redis|sqlite|insert|upsert|^put$|secureStore|keychain/i;

/** The method that keeps a client's credentials, of a class that provides them to the SDK. */
function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const name = tree.child(node, "name");
  const text = name === undefined ? "" : tree.textOf(name);
  if (text !== "saveClientInformation" || !hasSign(tree, PACKAGE) || !hasSign(tree, PROVIDER)) {
    return undefined;
  }
  const body = tree.child(node, "body");
  if (body === undefined || !signIn(tree, body, STORE)) return undefined;
  // One that the SDK stamped keeps its issuer where it is kept whole.
  if (hasSign(tree, ISSUER) || keepsWhole(tree, node)) return undefined;
  return {
    span: tree.span(name!),
    message: "What one authorization server gave out is kept for all of them",
  };
}

const WHOLE = /JSON\.stringify\(\s{0,9}(\w{1,40})\s{0,9}[,)]/;

/** The parameter itself is written, with all its fields. */
function keepsWhole(tree: SyntaxTree, node: NodeId): boolean {
  const { start, end } = tree.span(node);
  const text = tree.text.slice(start, Math.min(end, start + 2000));
  const parameter = /\(\s{0,9}(\w{1,40})/.exec(text)?.[1];
  return parameter !== undefined && WHOLE.exec(text)?.[1] === parameter;
}

const WORDS = ["saveClientInformation"];

export default {
  id: "credentials-not-bound-to-issuer",
  family: "protocol",
  title: "OAuth credentials kept without their issuer",
  why: "A server that changes its authorization server, or an attacker in its place, is handed " +
    "the client's secret of another one. The specification of 2026-07-28 (Client Registration, " +
    "Authorization Server Binding) has them keyed by the issuer.",
  fix: "Keep them under `ctx.issuer`, or keep the value whole with the `issuer` that it holds.",
  limits: "Knows providers of the TypeScript SDK from version 2 on that keep something lasting; " +
    "what is kept in memory ends with the process.",
  severity: "low",
  confidence: "low",
  cwe: ["CWE-522"],
  owasp: ["MCP01:2025", "MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "oauth"],
  matcher: visit({ javascript: WORDS, typescript: WORDS, tsx: WORDS }, {
    javascript: ["method_definition"],
    typescript: ["method_definition"],
    tsx: ["method_definition"],
  }, where),
  bad: [
    {
      file: "provider.ts",
      code: `import type { OAuthClientProvider } from "@modelcontextprotocol/client";

export class Provider implements OAuthClientProvider {
  saveClientInformation(info) {
    writeFileSync("client.json", JSON.stringify({ id: info.client_id, secret: info.client_secret }));
  }
}
`,
      note: "One file for whichever server",
    },
    {
      file: "provider.js",
      code: `import { OAuthClientProvider } from "@modelcontextprotocol/client";

export class Provider extends OAuthClientProvider {
  saveClientInformation(info) {
    localStorage.setItem("client", info.client_id + ":" + info.client_secret);
  }
}
`,
      note: "One entry for whichever server",
    },
  ],
  good: [
    {
      file: "provider.ts",
      code: `import type { OAuthClientProvider } from "@modelcontextprotocol/client";

export class Provider implements OAuthClientProvider {
  saveClientInformation(info, ctx) {
    writeFileSync(fileOf(ctx.issuer), JSON.stringify({ id: info.client_id }));
  }
}
`,
      note: "A file for each issuer",
    },
    {
      file: "provider.ts",
      code: `import type { OAuthClientProvider } from "@modelcontextprotocol/client";

export class Provider implements OAuthClientProvider {
  saveClientInformation(info) {
    writeFileSync("client.json", JSON.stringify(info, null, 2));
  }
}
`,
      note: "Kept whole, with the issuer that the SDK compares",
    },
  ],
} satisfies Rule<SyntaxTree>;
