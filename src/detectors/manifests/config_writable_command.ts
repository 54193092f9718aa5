import type { Located, Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine } from "./command_line.ts";
import { isDownload, isWritablePlace } from "./writable_places.ts";

const INTERPRETERS =
  /^(?:python|node|deno|bun|tsx|ts-node|java|ruby|perl|php|dotnet|sh|bash|zsh|pwsh|powershell)$/;

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap(programsOf).flatMap((program): Match[] => {
    const name = server.name.value;
    if (isWritablePlace(program.value)) {
      return [{
        span: program.span,
        identity: server.name.value,
        message: `Server "${name}" runs a program from a folder that others can write to`,
      }];
    }
    if (!isDownload(program.value)) return [];
    return [{
      span: program.span,
      identity: server.name.value,
      message: `Server "${name}" runs a program from the downloads folder`,
      severity: "medium",
    }];
  });
}

/** The program, and the file or project that an interpreter runs. */
function programsOf({ program, name, args }: Command): Located<string>[] {
  const file = name === "uv" ? projectOf(args) : INTERPRETERS.test(name) ? fileOf(args) : undefined;
  return file ? [program, file] : [program];
}

function projectOf(args: Command["args"]): Located<string> | undefined {
  const at = args.findIndex(({ value }) => value === "--directory" || value === "--project");
  return at < 0 ? undefined : args[at + 1];
}

/** The first word that is a path or a file's name, unless code comes from elsewhere. */
function fileOf(args: Command["args"]): Located<string> | undefined {
  for (const word of args) {
    if (/^(?:-m|-c|-e|--eval|(?:npm|jsr|https?):.{0,200})$/.test(word.value)) return undefined;
    if (!word.value.startsWith("-") && /[\\/]|\.\w{1,5}$/.test(word.value)) return word;
  }
  return undefined;
}

export default {
  id: "config-writable-command",
  family: "mcp-config",
  title: "Server run from a temporary folder",
  why: "Any user or program of the machine can put another file in its place, also after a " +
    "clean-up; it then runs with this user's rights at the client's next start.",
  fix: "Install the server in a folder that only its owner can write to.",
  limits: "Goes by the path; rights of the folder itself are not looked at.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-426"],
  owasp: ["MCP04:2025", "MCP09:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": { "command": "/tmp/notes-mcp" } } }
`,
      note: "A program that anyone can replace",
    },
    {
      file: ".mcp.json",
      code: String.raw`{ "mcpServers": { "notes": {
  "command": "node.exe", "args": ["--no-warnings", "C:\\Windows\\Temp\\notes\\server.js"]
} } }
`,
      note: "The file that an interpreter runs",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "python3", "args": ["/Users/me/Downloads/notes/server.py"]
} } }
`,
      note: "Where browsers put files",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "/usr/local/bin/notes-mcp", "args": ["--cache", "/tmp/notes"] },
  "b": { "command": "/home/me/tmp/notes-mcp" }
} }
`,
      note: "A temporary folder for data, and a folder of one's own",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "python3", "args": ["/srv/notes/server.py", "/tmp/notes.db"] },
  "c": { "command": "python3", "args": ["-m", "notes", "/tmp/notes.db"] },
  "b": { "command": "node", "args": ["server.js", "--downloads", "/Users/me/Downloads/"] }
} }
`,
      note: "Arguments of the server",
    },
  ],
} satisfies Rule<SyntaxTree>;
