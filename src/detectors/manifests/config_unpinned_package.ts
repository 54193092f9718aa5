import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { loosenessOf, packagesOf } from "./packages.ts";

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap(packagesOf).flatMap((use): Match[] => {
    const looseness = loosenessOf(use);
    if (looseness?.kind !== "version") return [];
    const which = looseness.asked === "" ? "whichever version is newest" : "a version that moves";
    return [{
      span: use.specifier.span,
      identity: server.name.value,
      message: `Server "${server.name.value}" runs ${which} of a package (${use.launcher})`,
    }];
  });
}

export default {
  id: "config-unpinned-package",
  family: "mcp-config",
  title: "Server package without an exact version",
  why: "The launcher fetches whatever was published last and runs it with the user's rights and " +
    "the server's credentials: one stolen publishing account, and every client runs the thief's " +
    "code at its next start.",
  fix: "Name one version: npx -y package@1.2.3, uvx package==1.2.3.",
  limits: "Does not see lock files or caches, nor packages that a script installs; an exact " +
    "version says nothing of what it depends on.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-494", "CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration", "supply-chain"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: "claude_desktop_config.json",
      code: `{ "mcpServers": {
  "notes": { "command": "npx", "args": ["-y", "--quiet", "@acme/notes-mcp"] }
} }
`,
      note: "No version at all",
    },
    {
      file: "mcp.json",
      code: `{ "servers": {
  "notes": { "command": "cmd", "args": ["/c", "npx", "-y", "notes-mcp@latest"] }
} }
`,
      note: "The newest version, behind the shell that Windows needs",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "uvx", "args": ["--from", "notes-mcp[all]>=1.2", "notes"] }
} }
`,
      note: "A range, in the option that names the package",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "deno", "args": ["run", "--allow-net=a.example", "npm:notes-mcp@^2"] }
} }
`,
      note: "A range of a package for Deno",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "npx", "args": ["-y", "@acme/notes-mcp@1.4.2", "--root", "notes"] },
  "b": { "command": "npx", "args": ["-p", "@acme/notes-mcp@1.4.2", "notes"] },
  "c": { "command": "uvx", "args": ["notes-mcp==1.4.2"] },
  "d": { "command": "uvx", "args": ["--python", "3.12", "notes-mcp@1.4.2"] },
  "e": { "command": "bunx", "args": ["notes-mcp@1.4.2-beta.1"] },
  "f": { "command": "pipx", "args": ["run", "--spec", "notes-mcp==1.4.2", "notes"] },
  "g": { "command": "deno", "args": ["run", "npm:@acme/notes-mcp@1.4.2/server"] }
} }
`,
      note: "Exact versions, as each launcher spells them",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "uv", "args": ["--directory", "/srv/notes", "run", "notes"] },
  "b": { "command": "npx", "args": ["/srv/notes-mcp"] },
  "c": { "command": "deno", "args": ["run", "server.ts"] },
  "d": { "command": "npm", "args": ["run", "start"] },
  "e": { "command": "pnpm", "args": ["exec", "notes"] }
} }
`,
      note: "What stands on this machine already",
    },
  ],
} satisfies Rule<SyntaxTree>;
