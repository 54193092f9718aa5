import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { lastName, snakeCase } from "../code/made_names.ts";
import { settingAt, visit } from "./settings.ts";

const MARK = "x-mcp-header";
const SENSITIVE =
  /(?:^|_)(?:password|passwd|passphrase|secret|token|api_?key|private_key|access_key|credential|credentials|ssn|email|phone|card_number|iban|birth_?date)$/;
/** The characters of a header's name; RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,200}$/;
const FIELDS = new Set(["pair", "keyed_element"]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const key = tree.child(node, "key");
  const value = settingAt(tree, node)?.value;
  if (key === undefined || value === undefined) return undefined;
  if (
    constantText(tree, tree.language === "go" ? tree.firstChild(key) ?? key : key)?.text !== MARK
  ) {
    return undefined;
  }
  const name = constantText(tree, value)?.text;
  if (name !== undefined && !HEADER_NAME.test(name)) {
    return {
      span: tree.span(node),
      message: /[\r\n]/.test(name)
        ? "A line break in the name lets an argument add headers of its own"
        : "This is no name of a header; clients have to drop the tool",
      ...(!/[\r\n]/.test(name) && { severity: "low" }),
    };
  }
  const holder = tree.ancestor(node, FIELDS);
  const parameter = holder === undefined ? "" : lastName(tree, tree.child(holder, "key") ?? holder);
  return SENSITIVE.test(snakeCase(parameter))
    ? {
      span: tree.span(node),
      message: `What is given for "${parameter}" is copied into a header that others read`,
    }
    : undefined;
}

const WORDS = [MARK];

export default {
  id: "sensitive-parameter-in-header",
  family: "protocol",
  title: "Sensitive parameter copied into a header",
  why: "Proxies, balancers and their logs read headers. The specification of 2026-07-28 (Tools, " +
    "x-mcp-header) advises against it for passwords, keys and personal data, and forbids names " +
    "with control characters, with which an argument would add headers.",
  fix: "Leave `x-mcp-header` off what is sensitive, and name the header by letters and dashes.",
  limits: "Goes by the parameter's name, in schemas that stand as objects.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-200", "CWE-93", "CWE-113"],
  owasp: ["MCP01:2025", "MCP10:2025", "LLM02:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "headers"],
  matcher: visit(
    { python: WORDS, javascript: WORDS, typescript: WORDS, tsx: WORDS, go: WORDS },
    {
      python: ["pair"],
      javascript: ["pair"],
      typescript: ["pair"],
      tsx: ["pair"],
      go: ["keyed_element"],
    },
    where,
  ),
  bad: [
    {
      file: "server.ts",
      code: `const inputSchema = {
  type: "object",
  properties: {
    region: { type: "string", "x-mcp-header": "Region" },
    apiKey: { type: "string", "x-mcp-header": "Key" },
  },
};
`,
      note: "A key",
    },
    {
      file: "server.py",
      code: `SCHEMA = {
    "type": "object",
    "properties": {"region": {"type": "string", "x-mcp-header": "Region\\r\\nX-Admin"}},
}
`,
      note: "A line break in the name",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const inputSchema = {
  type: "object",
  properties: {
    region: { type: "string", "x-mcp-header": "Region" },
    apiKey: { type: "string" },
  },
};
`,
      note: "A region, by which a proxy chooses the way",
    },
    {
      file: "server.py",
      code: `SCHEMA = {
    "type": "object",
    "properties": {"tenant": {"type": "string", "x-mcp-header": "Tenant-Id"}},
}
`,
      note: "A tenant",
    },
  ],
} satisfies Rule<SyntaxTree>;
