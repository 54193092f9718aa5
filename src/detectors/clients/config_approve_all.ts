import type { ClientConfig, Located, Match, Rule, Severity } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { settingWith } from "./run_scripts.ts";

interface Switch {
  /** The setting's path of keys. */
  readonly path: RegExp;
  readonly value: RegExp;
  readonly says: string;
  readonly severity?: Severity;
}

const EVERY_TOOL = "Every tool of every server runs without asking";

/** After each client's own reference of its settings. */
const SWITCHES: readonly Switch[] = [
  // Claude Code
  {
    path: /^enableAllProjectMcpServers$/,
    value: /^true$/,
    says: "Every server that a project brings is started without asking",
  },
  { path: /^permissions\.defaultMode$/, value: /^bypassPermissions$/, says: EVERY_TOOL },
  // VS Code
  { path: /^chat\.tools\.(?:global\.)?autoApprove$/, value: /^true$/, says: EVERY_TOOL },
  {
    path: /^chat\.tools\.terminal\.autoApprove\.\/?(?:\.\*|\^\.\*\$?|\*)\/?[a-z]{0,2}$/,
    value: /^true$/,
    says: "Every command of a terminal runs without asking",
  },
  {
    path: /^security\.workspace\.trust\.enabled$/,
    value: /^false$/,
    says: "Every folder that is opened is trusted, its tasks and servers included",
    severity: "medium",
  },
  // Zed
  {
    path: /^(?:agent|assistant)\.always_allow_tool_actions$/,
    value: /^true$/,
    says: EVERY_TOOL,
  },
  { path: /^agent\.tool_permissions\.default(?:_mode)?$/, value: /^allow$/, says: EVERY_TOOL },
  // Amp
  { path: /^amp\.dangerouslyAllowAll$/, value: /^true$/, says: EVERY_TOOL },
  // Qwen Code
  { path: /^(?:tools\.)?approvalMode$/, value: /^yolo$/i, says: EVERY_TOOL },
  // opencode
  { path: /^permission(?:\.\*)?$/, value: /^allow$/, says: EVERY_TOOL, severity: "medium" },
];

function where({ settings }: ClientConfig): Match[] {
  const found: Match[] = [];
  for (const [key, values] of Object.entries(settings)) {
    const known = SWITCHES.find(({ path }) => path.test(key));
    const hit = known && settingWith(values, known.value);
    if (hit) found.push(matchOf(hit, { key, says: known.says, severity: known.severity }));
  }
  return [...found, ...codex(settings)];
}

function matchOf(
  { span }: Located<string>,
  { key, says, severity }: { key: string; says: string; severity?: Severity | undefined },
): Match {
  return { span, identity: key, message: says, ...(severity && { severity }) };
}

/** Codex asks or confines; where it does neither, nothing stands in the way. */
function codex(settings: ClientConfig["settings"]): Match[] {
  return Object.entries(settings).flatMap(([key, values]) => {
    const [, profile = ""] = /^(profiles\.[^.]{1,80}\.)?sandbox_mode$/.exec(key) ?? [];
    const open = /sandbox_mode$/.test(key) && settingWith(values, /^danger-full-access$/);
    if (!open) return [];
    const policy = settings[`${profile}approval_policy`] ?? settings["approval_policy"];
    return settingWith(policy, /^never$/)
      ? [matchOf(open, { key, says: "Every command runs without asking and without a sandbox" })]
      : [matchOf(open, { key, says: "Commands run without a sandbox", severity: "medium" })];
  });
}

export default {
  id: "config-approve-all",
  family: "mcp-config",
  title: "Client that approves everything",
  why: "Cloning a repository is then enough to start its servers, or reading a page to call any " +
    "tool: nobody stands between hidden instructions and what they ask for.",
  fix: "Remove the switch, and approve servers and tools one by one.",
  limits:
    "Knows the switches of Claude Code, Codex, VS Code, Zed, Amp, Qwen Code and opencode in " +
    "their settings; flags of a command line and an administrator's policy are not seen.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-862"],
  owasp: ["MCP02:2025", "LLM03:2026", "LLM06:2025", "ASI02:2026", "ASI09:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration", "permissions"],
  matcher: { kind: "client", where },
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
    {
      file: "config.toml",
      code: `approval_policy = "never"
sandbox_mode = "danger-full-access"
`,
      note: "Codex, with neither questions nor a sandbox",
    },
  ],
  good: [
    {
      file: "settings.json",
      code: `{
  // "chat.tools.autoApprove": true,
  /* "enableAllProjectMcpServers": true, */
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
    {
      file: "config.toml",
      code: `approval_policy = "never"
sandbox_mode = "workspace-write"
`,
      note: "No questions, but a sandbox",
    },
  ],
} satisfies Rule<SyntaxTree>;
