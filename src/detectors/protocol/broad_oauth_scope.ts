import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { lastName } from "../code/made_names.ts";
import { visit } from "./settings.ts";

/** Scopes of common services that open all there is, each by its own name. */
const EVERYTHING = new Set([
  "https://mail.google.com/",
  "https://www.googleapis.com/auth/admin.directory.user",
  "admin:org",
  "admin:enterprise",
  "delete_repo",
  "site_admin",
  "Directory.ReadWrite.All",
  "RoleManagement.ReadWrite.Directory",
  "https://graph.microsoft.com/Directory.ReadWrite.All",
]);

/** What is asked for; what is accepted or compared has other names. */
const NAMED = /^(?:oauth_?|default_?|gmail_?|github_?|graph_?)?scopes?$/i;
const HOLDERS = new Set([
  "assignment",
  "keyword_argument",
  "pair",
  "keyed_element",
  "variable_declarator",
  "assignment_expression",
  "short_var_declaration",
  "var_spec",
  "const_spec",
]);
const MOST_STEPS = 6;

/** True inside of what is called a scope, such as `SCOPES = ["…"]`. */
function isScope(tree: SyntaxTree, node: NodeId): boolean {
  let at = node;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = tree.parent(at);
    if (parent === undefined) return false;
    if (HOLDERS.has(tree.kind(parent))) {
      const name = tree.child(parent, "left") ?? tree.child(parent, "name") ??
        tree.child(parent, "key");
      return name !== undefined && name !== at && NAMED.test(lastName(tree, name));
    }
    if (
      !/list|array|literal|tuple|set|call|argument|binary|parenthesized/.test(tree.kind(parent))
    ) {
      return false;
    }
    at = parent;
  }
  return false;
}

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const { start, end } = tree.span(node);
  if (end - start > 400) return undefined;
  const text = constantText(tree, node)?.text ?? "";
  const broad = text.split(/[\s,]+/).find((scope) => EVERYTHING.has(scope));
  return broad === undefined || !isScope(tree, node)
    ? undefined
    : { span: tree.span(node), message: `Asks for "${broad}", which opens everything there is` };
}

const WORDS = [
  ...["mail.google.com/", "admin.directory.user", "admin:org"],
  ...["admin:enterprise", "delete_repo", "site_admin", "ReadWrite.All", "ReadWrite.Directory"],
];

export default {
  id: "broad-oauth-scope",
  family: "protocol",
  title: "OAuth scope that opens everything",
  why: "A stolen token, or a model that was talked into it, then deletes, sends or administers " +
    "whatever the account can. The Security Best Practices for 2026-07-28 (Scope Minimization) " +
    "have servers start with the least and ask for more when a tool needs it.",
  fix: "Ask for the narrow scope of what the tools do (`gmail.readonly`, `repo:status`).",
  limits: "Knows a short list of scopes of common services, in what is called a scope. Whether a " +
    "tool needs them is for a reviewer.",
  severity: "low",
  confidence: "low",
  cwe: ["CWE-272"],
  owasp: ["MCP02:2025", "LLM03:2026", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["oauth"],
  matcher: visit(
    { python: WORDS, javascript: WORDS, typescript: WORDS, tsx: WORDS, go: WORDS },
    {
      python: ["string"],
      javascript: ["string"],
      typescript: ["string"],
      tsx: ["string"],
      go: ["interpreted_string_literal"],
    },
    where,
  ),
  bad: [
    {
      file: "auth.py",
      code: `SCOPES = ["https://mail.google.com/", "openid"]
`,
      note: "Reads, sends and deletes all mail",
    },
    {
      file: "auth.ts",
      code: `export const login = { client_id: id, scope: "repo delete_repo" };
`,
      note: "Deletes repositories",
    },
  ],
  good: [
    {
      file: "auth.py",
      code: `SCOPES = ["https://www.googleapis.com/auth/gmail.readonly", "openid"]
URL = "https://mail.google.com/"
`,
      note: "Reads mail; an address that is no scope",
    },
    {
      file: "auth.ts",
      code: `export const login = { client_id: id, scope: "repo:status" };
`,
      note: "The state of a build",
    },
  ],
} satisfies Rule<SyntaxTree>;
