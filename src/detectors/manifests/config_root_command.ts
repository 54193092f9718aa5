import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine } from "./command_line.ts";

const RAISES = /^(?:sudo|doas|pkexec|gsudo)$/;

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.filter(runsAsRoot).map(({ program }) => ({
    span: program.span,
    identity: server.name.value,
    message: `Server "${server.name.value}" runs as root`,
  }));
}

function runsAsRoot({ name, args }: Command): boolean {
  const user = userOf(args);
  if (RAISES.test(name)) return user === undefined || /^(?:root|#?0)$/.test(user);
  return name === "wsl" && user === "root";
}

/** Of the options in front of the program that is run. */
function userOf(args: Command["args"]): string | undefined {
  for (let i = 0; i < args.length; i++) {
    const { value } = args[i]!;
    if (!value.startsWith("-")) return undefined;
    if (value === "-u" || value === "--user") return args[i + 1]?.value;
    const attached = /^(?:-u|--user=)(.{1,40})$/.exec(value)?.[1];
    if (attached !== undefined) return attached;
  }
  return undefined;
}

export default {
  id: "config-root-command",
  family: "mcp-config",
  title: "Server run as root",
  why: "Whatever a model can be talked into doing with the server's tools, it does to the whole " +
    "machine; and a password-free sudo has to be set up for it.",
  fix: "Run the server as a user that owns only what it needs.",
  limits: "Sees sudo and its like in the command line, not rights that a program has by itself.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-250"],
  owasp: ["MCP02:2025", "ASI03:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": { "command": "sudo", "args": ["-E", "notes-mcp"] } } }
`,
      note: "With sudo",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "wsl.exe", "args": ["-u", "root", "notes-mcp"] },
  "more": { "command": "bash", "args": ["-c", "sudo notes-mcp"] }
} }
`,
      note: "Root of a Linux on Windows, and inside a shell",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "sudo", "args": ["-u", "notes", "notes-mcp"] },
  "b": { "command": "wsl", "args": ["-u", "me", "notes-mcp"] }
} }
`,
      note: "Another user, with fewer rights",
    },
    {
      file: ".mcp.json",
      code:
        `{ "mcpServers": { "sudo": { "command": "notes-mcp", "args": ["sudo", "-u", "root"] } } }
`,
      note: "Only the word",
    },
  ],
} satisfies Rule<SyntaxTree>;
