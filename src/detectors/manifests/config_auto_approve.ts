import { type Located, type Match, nameWords, type Rule, type ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

/** Clients' words for tools that run without asking; `trust` is Gemini's. */
const KEYS = /^(?:auto_?approve(?:_?all)?|auto_?approved_?tools|always_?allow(?:ed)?|trust)$/i;

/** Words of tools that change or run something. */
const DANGEROUS =
  /^(?:exec|execute|run|shell|bash|terminal|command|eval|write|edit|delete|remove|rm|drop|kill|move|overwrite|deploy|push|merge|transfer|pay|send|upload|install|create|update|manage|apply|publish|post|commit|rename)$/;

/** Tools a message names. */
const MAX_NAMED = 3;

function where(server: ServerDef): Match[] {
  return Object.entries(server.settings)
    .filter(([key]) => KEYS.test(key))
    .flatMap(([key, values]) => judge(values, { key, server }) ?? []);
}

function judge(
  values: readonly Located<string>[],
  { key, server }: { key: string; server: ServerDef },
): Match | undefined {
  const name = server.name.value;
  const all = values.find(({ value }) => value === "*" || value === "true");
  if (all) {
    return {
      span: all.span,
      identity: server.name.value,
      message: `Every tool of server "${name}" runs without asking ("${key}")`,
    };
  }
  const dangerous = values.filter(({ value }) => nameWords(value).some((w) => DANGEROUS.test(w)));
  const [first] = dangerous;
  if (!first) return undefined;
  const named = dangerous.slice(0, MAX_NAMED).map(({ value }) => `"${value}"`).join(", ");
  const more = dangerous.length > MAX_NAMED ? ` and ${dangerous.length - MAX_NAMED} more` : "";
  return {
    span: first.span,
    identity: server.name.value,
    message: `Tools of server "${name}" run without asking: ${named}${more}`,
    severity: "low",
  };
}

export default {
  id: "config-auto-approve",
  family: "mcp-config",
  title: "Tools that run without asking",
  why: "Text that a model reads can call a tool; where nobody is asked, an instruction hidden in " +
    "a web page or an issue is carried out at once.",
  fix: "Approve by name the tools that only read, and none that write, run or send.",
  limits: "Judges a tool by the words of its name; a server that is trusted as a whole may have " +
    "harmless tools only.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-862"],
  owasp: ["MCP02:2025", "LLM03:2026", "LLM06:2025", "ASI02:2026", "ASI09:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": { "command": "notes-mcp", "autoApprove": ["*"] } } }
`,
      note: "All tools",
    },
    {
      file: "settings.json",
      code: `{ "mcpServers": { "notes": { "url": "https://mcp.example", "trust": true } } }
`,
      note: "A trusted server",
    },
    {
      file: "mcp_settings.json",
      code: `{ "mcpServers": { "files": {
  "command": "files-mcp",
  "alwaysAllow": ["read_file", "list_files", "write_file", "executeCommand"]
} } }
`,
      note: "Tools that write and run",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "autoApprove": ["search_notes", "get_note", "list_runs"]
} } }
`,
      note: "Tools that read",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "autoApprove": [], "trust": false },
  "b": { "command": "notes-mcp", "disabledTools": ["write_note"] }
} }
`,
      note: "None, and tools that are switched off",
    },
  ],
} satisfies Rule<SyntaxTree>;
