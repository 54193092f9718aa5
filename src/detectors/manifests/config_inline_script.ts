import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine, type Script } from "./command_line.ts";
import { downloads } from "./downloads.ts";

function where(server: ServerDef): Match[] {
  return commandLine(server).scripts.flatMap((script) => judge(script, server) ?? []);
}

function judge(script: Script, server: ServerDef): Match | undefined {
  if (script.encoded) {
    return {
      span: script.text.span,
      identity: server.name.value,
      message:
        `Server "${server.name.value}" is started by an encoded ${script.interpreter} script`,
      severity: "high",
    };
  }
  if (script.plain || downloads(script.text.value)) return undefined;
  return {
    span: script.text.span,
    identity: server.name.value,
    message:
      `Server "${server.name.value}" is started by a ${script.interpreter} script in the configuration`,
  };
}

export default {
  id: "config-inline-script",
  family: "mcp-config",
  title: "Server started by a script inside the configuration",
  why: "A line of shell or code can do more than start a server, and hides it where nobody " +
    "reviews code; what it expands comes from the environment it happens to run in.",
  fix: "Start the program itself with command and args, or keep the script in a reviewed file.",
  limits: "One command in a shell without anything to compute is taken for a wrapper, as " +
    "`cmd /c npx` on Windows; what a script does is not judged.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "bash", "args": ["-lc", "cd /srv/notes && exec node server.js"] }
} }
`,
      note: "Two commands in a shell",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "cmd", "args": ["/c", "node", "server.js", "&", "calc"] }
} }
`,
      note: "A second command after the wrapper",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "powershell.exe", "args": ["-NoProfile", "-enc", "YwBhAGwAYwA="] }
} }
`,
      note: "An encoded script",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "python3", "args": ["-c", "import notes; notes.main()"] }
} }
`,
      note: "Code for an interpreter",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "cmd", "args": ["/c", "npx", "-y", "notes-mcp@1.4.2"] },
  "b": { "command": "bash", "args": ["-c", "notes-mcp --stdio"] },
  "c": { "command": "bash", "args": ["/srv/notes/start.sh", "-c", "a && b"] }
} }
`,
      note: "Wrappers around one program",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "node", "args": ["server.js", "-e", "production;staging"] },
  "b": { "command": "python", "args": ["-m", "notes", "-c", "config.toml"] }
} }
`,
      note: "Options of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
