import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";

function where(server: ServerDef): Match[] {
  // A folder of its own makes the command mean one file.
  const cwd = server.settings["cwd"]?.[0]?.value ?? "";
  if (isAnchored(cwd)) return [];
  const [first] = commandLine(server).commands;
  const path = first?.program.value.trim() ?? "";
  if (!first || !/[\\/]/.test(path) || isAnchored(path)) return [];
  return [{
    span: first.program.span,
    identity: server.name.value,
    message: `Which program server "${server.name.value}" runs depends on the current folder`,
  }];
}

/** From a root, a home, or a variable. */
function isAnchored(path: string): boolean {
  return /^(?:[\\/~$%{<]|[A-Za-z]:)/.test(path);
}

export default {
  id: "config-relative-command",
  family: "mcp-config",
  title: "Server program named relative to the current folder",
  why: "The client runs whatever lies under that name in the folder it was opened in; a " +
    "repository that brings such a file brings a program of its own choice.",
  fix: "Name the program by its full path, or set an absolute cwd.",
  limits: "Judges the program, not files that it is given; ${workspaceFolder} and its like are " +
    "taken for a choice.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-426"],
  owasp: ["MCP04:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: "claude_desktop_config.json",
      code: `{ "mcpServers": { "notes": { "command": "./notes-mcp" } } }
`,
      note: "In the current folder",
    },
    {
      file: "claude_desktop_config.json",
      code: `{ "mcpServers": { "notes": { "command": "tools/bin/notes-mcp", "cwd": "build" } } }
`,
      note: "Below it; the folder is relative too",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "/opt/notes/notes-mcp" },
  "b": { "command": "notes-mcp" },
  "c": { "command": "\${workspaceFolder}/bin/notes-mcp" },
  "d": { "command": "./notes-mcp", "cwd": "/opt/notes" }
} }
`,
      note: "A full path, a name, a chosen folder",
    },
    {
      file: ".mcp.json",
      code: String.raw`{ "mcpServers": {
  "a": { "command": "C:\\notes\\notes-mcp.exe" },
  "b": { "command": "node", "args": ["./server.js"] }
} }
`,
      note: "On Windows, and a file for a program",
    },
  ],
} satisfies Rule<SyntaxTree>;
