// Where clients keep what they start, as a table.

import type { Io } from "./io.ts";

export type Os = Io["os"];

/**
 * `home`: the user's home; `app`: where programs of the system keep a user's files, `local`: those
 * that stay on this machine; `config`: where programs that came from Unix do; `root`: of the disk;
 * `project`: the current folder.
 */
export type Base = "home" | "app" | "local" | "config" | "root" | "project";

export interface PlaceRow {
  readonly client: string;
  readonly base: Base;
  /** With `/`; a `*` stands for anything within one name: a profile, an agent, an extension. */
  readonly paths: readonly string[];
  /** Every system where absent. */
  readonly os?: readonly Os[];
}

const EDITORS = ["Code", "Code - Insiders", "VSCodium", "Cursor", "Windsurf"];

function inEditors(path: string): string[] {
  return EDITORS.map((editor) => `${editor}/User/${path}`);
}

/**
 * Each row after the client's own documentation of its configuration files, as of 2026-11. What
 * JetBrains AI Assistant keeps in the XML of its settings is not among them.
 */
export const PLACES: readonly PlaceRow[] = [
  { client: "Claude Desktop", base: "app", paths: ["Claude/claude_desktop_config.json"] },
  // "Plugins reference": what is installed is copied by marketplace, plugin and version.
  {
    client: "Claude Code",
    base: "home",
    paths: [
      ".claude.json",
      ".claude/settings.json",
      ".claude/plugins/cache/*/*/*/.mcp.json",
      ".claude/plugins/cache/*/*/*/hooks/hooks.json",
    ],
  },
  {
    client: "Claude Code",
    base: "project",
    paths: [".mcp.json", ".claude/settings.json", ".claude/settings.local.json"],
  },
  // Settings that an administrator hands out.
  {
    client: "Claude Code",
    base: "root",
    os: ["darwin"],
    paths: [
      "Library/Application Support/ClaudeCode/managed-mcp.json",
      "Library/Application Support/ClaudeCode/managed-settings.json",
    ],
  },
  {
    client: "Claude Code",
    base: "root",
    os: ["linux"],
    paths: ["etc/claude-code/managed-mcp.json", "etc/claude-code/managed-settings.json"],
  },
  {
    client: "Claude Code",
    base: "root",
    os: ["windows"],
    paths: [
      "Program Files/ClaudeCode/managed-mcp.json",
      "Program Files/ClaudeCode/managed-settings.json",
    ],
  },
  { client: "Cursor", base: "home", paths: [".cursor/mcp.json", ".cursor/hooks.json"] },
  { client: "Cursor", base: "project", paths: [".cursor/mcp.json", ".cursor/hooks.json"] },
  { client: "VS Code", base: "app", paths: inEditors("mcp.json").slice(0, 3) },
  { client: "VS Code", base: "app", paths: inEditors("settings.json").slice(0, 3) },
  // "Profiles in Visual Studio Code": every profile but the first has a folder of its own.
  { client: "VS Code", base: "app", paths: inEditors("profiles/*/mcp.json").slice(0, 3) },
  { client: "VS Code", base: "app", paths: inEditors("profiles/*/settings.json").slice(0, 3) },
  {
    client: "VS Code",
    base: "project",
    paths: [".vscode/mcp.json", ".vscode/settings.json", ".vscode/tasks.json"],
  },
  { client: "Visual Studio", base: "home", paths: [".mcp.json"] },
  { client: "Visual Studio", base: "project", paths: [".vs/mcp.json"] },
  {
    client: "Windsurf",
    base: "home",
    paths: [
      ".codeium/windsurf/mcp_config.json",
      ".codeium/mcp_config.json",
      ".codeium/windsurf/hooks.json",
    ],
  },
  { client: "Windsurf", base: "project", paths: [".windsurf/hooks.json"] },
  { client: "Zed", base: "home", os: ["darwin"], paths: [".config/zed/settings.json"] },
  { client: "Zed", base: "config", os: ["linux"], paths: ["zed/settings.json"] },
  { client: "Zed", base: "app", os: ["windows"], paths: ["Zed/settings.json"] },
  { client: "Zed", base: "project", paths: [".zed/settings.json"] },
  {
    client: "Cline",
    base: "app",
    paths: inEditors("globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json"),
  },
  { client: "Cline", base: "home", paths: [".cline/data/settings/cline_mcp_settings.json"] },
  {
    client: "Roo Code",
    base: "app",
    paths: [
      ...inEditors("globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json"),
      ...inEditors("globalStorage/rooveterinaryinc.roo-cline/settings/cline_mcp_settings.json"),
    ],
  },
  { client: "Roo Code", base: "project", paths: [".roo/mcp.json"] },
  {
    client: "Kilo Code",
    base: "app",
    paths: inEditors("globalStorage/kilocode.kilo-code/settings/mcp_settings.json"),
  },
  { client: "Kilo Code", base: "project", paths: [".kilocode/mcp.json"] },
  // "How to set up MCP": blocks in a folder, of the user and of the project.
  {
    client: "Continue",
    base: "home",
    paths: [
      ".continue/config.yaml",
      ".continue/config.json",
      ".continue/mcpServers/*.json",
      ".continue/mcpServers/*.yaml",
      ".continue/mcpServers/*.yml",
    ],
  },
  {
    client: "Continue",
    base: "project",
    paths: [
      ".continue/mcpServers/*.json",
      ".continue/mcpServers/*.yaml",
      ".continue/mcpServers/*.yml",
    ],
  },
  // "Gemini CLI configuration" and "Extension reference".
  {
    client: "Gemini CLI",
    base: "home",
    paths: [".gemini/settings.json", ".gemini/extensions/*/gemini-extension.json"],
  },
  {
    client: "Gemini CLI",
    base: "project",
    paths: [".gemini/settings.json", ".gemini/extensions/*/gemini-extension.json"],
  },
  {
    client: "Gemini CLI",
    base: "root",
    os: ["linux"],
    paths: ["etc/gemini-cli/settings.json", "etc/gemini-cli/system-defaults.json"],
  },
  {
    client: "Gemini CLI",
    base: "root",
    os: ["darwin"],
    paths: [
      "Library/Application Support/GeminiCli/settings.json",
      "Library/Application Support/GeminiCli/system-defaults.json",
    ],
  },
  {
    client: "Gemini CLI",
    base: "root",
    os: ["windows"],
    paths: [
      "ProgramData/gemini-cli/settings.json",
      "ProgramData/gemini-cli/system-defaults.json",
    ],
  },
  { client: "Antigravity", base: "home", paths: [".gemini/antigravity/mcp_config.json"] },
  // "Advanced configuration": a profile is a file beside the user's; "Config basics": the system's.
  {
    client: "Codex",
    base: "home",
    paths: [".codex/config.toml", ".codex/*.config.toml", ".codex/hooks.json"],
  },
  {
    client: "Codex",
    base: "root",
    os: ["darwin", "linux"],
    paths: ["etc/codex/config.toml", "etc/codex/managed_config.toml"],
  },
  { client: "Codex", base: "project", paths: [".codex/config.toml", ".codex/hooks.json"] },
  { client: "Goose", base: "home", os: ["darwin"], paths: [".config/goose/config.yaml"] },
  { client: "Goose", base: "config", os: ["linux"], paths: ["goose/config.yaml"] },
  { client: "Goose", base: "app", os: ["windows"], paths: ["Block/goose/config/config.yaml"] },
  { client: "Junie", base: "home", paths: [".junie/mcp/mcp.json"] },
  { client: "Junie", base: "project", paths: [".junie/mcp/mcp.json"] },
  // "MCP servers" of its help; the workspace's file is that of Claude Code.
  { client: "JetBrains Air", base: "project", paths: [".air/mcp.json"] },
  { client: "LM Studio", base: "home", paths: [".lmstudio/mcp.json"] },
  {
    client: "Amazon Q",
    base: "home",
    paths: [
      ".aws/amazonq/mcp.json",
      ".aws/amazonq/default.json",
      ".aws/amazonq/cli-agents/*.json",
    ],
  },
  // "Agent file locations".
  {
    client: "Amazon Q",
    base: "project",
    paths: [".amazonq/mcp.json", ".amazonq/default.json", ".amazonq/cli-agents/*.json"],
  },
  // "Configuration file paths".
  { client: "Kiro", base: "home", paths: [".kiro/settings/mcp.json", ".kiro/agents/*.json"] },
  { client: "Kiro", base: "project", paths: [".kiro/settings/mcp.json", ".kiro/agents/*.json"] },
  {
    client: "opencode",
    base: "home",
    paths: [".config/opencode/opencode.json", ".config/opencode/opencode.jsonc"],
  },
  { client: "opencode", base: "project", paths: ["opencode.json", "opencode.jsonc"] },
  { client: "Crush", base: "home", paths: [".config/crush/crush.json"] },
  { client: "Crush", base: "project", paths: ["crush.json", ".crush.json"] },
  { client: "Copilot CLI", base: "home", paths: [".copilot/mcp-config.json"] },
  {
    client: "Copilot for JetBrains",
    base: "home",
    os: ["darwin", "linux"],
    paths: [".config/github-copilot/intellij/mcp.json"],
  },
  {
    client: "Copilot for JetBrains",
    base: "local",
    os: ["windows"],
    paths: ["github-copilot/intellij/mcp.json"],
  },
  { client: "Amp", base: "home", paths: [".config/amp/settings.json"] },
  { client: "Amp", base: "project", paths: [".amp/settings.json"] },
  { client: "Qwen Code", base: "home", paths: [".qwen/settings.json"] },
  { client: "Qwen Code", base: "project", paths: [".qwen/settings.json"] },
  { client: "Factory", base: "home", paths: [".factory/mcp.json"] },
  { client: "Factory", base: "project", paths: [".factory/mcp.json"] },
  { client: "Trae", base: "app", paths: ["Trae/User/mcp.json"] },
];
