import type { Match, Rule, TextPattern } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

interface Switch {
  /** As it stands in a client's settings, with its quotes and value. */
  readonly expression: RegExp;
  readonly keyword: string;
  readonly says: string;
}

const SWITCHES: readonly Switch[] = [
  {
    keyword: "enableallprojectmcpservers",
    expression: /"enableAllProjectMcpServers"\s{0,20}:\s{0,20}true\b/g,
    says: "Every server that a project brings is started without asking",
  },
  {
    keyword: "chat.tools.",
    expression: /"chat\.tools\.(?:global\.)?autoApprove"\s{0,20}:\s{0,20}true\b/g,
    says: "Every tool of every server runs without asking",
  },
  {
    keyword: "always_allow_tool_actions",
    expression: /"always_allow_tool_actions"\s{0,20}:\s{0,20}true\b/g,
    says: "Every tool of every server runs without asking",
  },
  {
    keyword: "bypasspermissions",
    expression: /"defaultMode"\s{0,20}:\s{0,20}"bypassPermissions"/g,
    says: "Every tool of every server runs without asking",
  },
];

function patternOf({ expression, keyword, says }: Switch): TextPattern {
  return {
    keywords: [keyword],
    expression,
    where: (hit): Match | undefined => {
      const { index, input, 0: text } = hit;
      const before = input.slice(Math.max(0, index - MAX_LINE), index);
      const line = before.slice(before.lastIndexOf("\n") + 1);
      // Settings are JSON with comments.
      if (/(?:^|[\s,{])\/\//.test(line)) return undefined;
      return { span: { start: index, end: index + text.length }, message: says };
    },
  };
}

/** Units before a match in which its line is looked for. */
const MAX_LINE = 400;

export default {
  id: "config-approve-all",
  family: "mcp-config",
  title: "Client that approves everything",
  why: "Cloning a repository is then enough to start its servers, or reading a page to call any " +
    "tool: nobody stands between hidden instructions and what they ask for.",
  fix: "Remove the switch, and approve servers and tools one by one.",
  limits: "Knows the switches of Claude Code, VS Code and Zed, in their JSON settings; a " +
    "comment over several lines is not seen as one.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-862"],
  owasp: ["MCP02:2025", "LLM03:2026", "LLM06:2025", "ASI02:2026", "ASI09:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "text", files: ["json"], patterns: SWITCHES.map(patternOf) },
  bad: [
    {
      file: "settings.json",
      code: `{ "permissions": {}, "enableAllProjectMcpServers": true }
`,
      note: "Servers of any project that is opened",
    },
    {
      file: "settings.json",
      code: `{
  "chat.tools.global.autoApprove": true
}
`,
      note: "Tools of any server",
    },
  ],
  good: [
    {
      file: "settings.json",
      code: `{
  // "chat.tools.autoApprove": true,
  "chat.tools.autoApprove": false,
  "enableAllProjectMcpServers": false
}
`,
      note: "Switched off, or a comment",
    },
    {
      file: "settings.json",
      code: `{
  "enabledMcpjsonServers": ["notes"],
  "permissions": { "defaultMode": "acceptEdits", "note": "never bypassPermissions" }
}
`,
      note: "Servers by name",
    },
  ],
} satisfies Rule<SyntaxTree>;
