import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { loosenessOf, packagesOf } from "./packages.ts";

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap(packagesOf).flatMap((use): Match[] => {
    if (loosenessOf(use)?.kind !== "source") return [];
    return [{
      span: use.specifier.span,
      identity: server.name.value,
      message: `Server "${server.name.value}" runs code from a repository or URL that names no ` +
        `commit (${use.launcher})`,
    }];
  });
}

export default {
  id: "config-unpinned-source",
  family: "mcp-config",
  title: "Server run from a repository or URL without a commit",
  why: "Whoever can push to the branch, move the tag or serve the URL decides what runs on the " +
    "user's machine, without any registry that keeps what was published.",
  fix: "Name a commit: git+https://host/owner/name@<commit>, github:owner/name#<commit>.",
  limits: "A tag is taken for movable, an archive with a version in its path for fixed.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-494", "CWE-829"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration", "supply-chain"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "uvx", "args": ["--from", "git+https://git.example/acme/notes", "notes"] }
} }
`,
      note: "The default branch of a repository",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": { "command": "npx", "args": ["-y", "acme/notes-mcp"] } } }
`,
      note: "To npx, a name without scope that has a slash is a repository on GitHub",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "npx", "args": ["-y", "github:acme/notes-mcp#v1.4.2"] }
} }
`,
      note: "A tag, which can be moved",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "npx", "args": ["-y", "github:acme/notes#0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"] },
  "b": { "command": "uvx", "args": [
    "--from", "notes @ git+https://git.example/acme/notes@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    "notes"
  ] }
} }
`,
      note: "Commits",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "npx", "args": ["https://files.example/notes-mcp-1.4.2.tgz"] },
  "b": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.example/sse"] }
} }
`,
      note: "An archive with its version, and a URL that is only reached",
    },
  ],
} satisfies Rule<SyntaxTree>;
