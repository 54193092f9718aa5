import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Assignment, commandLine } from "./command_line.ts";
import { environmentOf } from "./environment.ts";
import { isWritablePlace } from "./writable_places.ts";

/** Variables whose value is code to load, whatever it is. */
const ALWAYS =
  /^(?:LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|PYTHONSTARTUP|BASH_ENV|DOTNET_STARTUP_HOOKS|CORECLR_PROFILER_PATH|PERL5DB)$/;

/** Variables with options, of which some load code. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  NODE_OPTIONS: /(?:^|[\s"'])(?:-r|--require|--import|--loader|--experimental-loader)(?:[\s=]|$)/,
  BUN_OPTIONS: /(?:^|[\s"'])(?:-r|--preload)(?:[\s=]|$)/,
  RUBYOPT: /(?:^|\s)-r/,
  PERL5OPT: /(?:^|\s)-[mM]/,
  JAVA_TOOL_OPTIONS: /-javaagent:|-agentpath:/,
  JDK_JAVA_OPTIONS: /-javaagent:|-agentpath:/,
};

/** Lists of folders in which code is looked for. */
const SEARCH_PATH =
  /^(?:PATH|PYTHONPATH|NODE_PATH|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|DYLD_FALLBACK_LIBRARY_PATH|RUBYLIB|PERL5LIB|CLASSPATH)$/;

function where(server: ServerDef): Match[] {
  return environmentOf(server, commandLine(server))
    .filter(loadsCode)
    .map(({ name, value }) => ({
      span: value.span,
      identity: server.name.value,
      message: `Variable "${name}" loads code into server "${server.name.value}"`,
      ...(placesOf(value.value).some(isOpenPlace) && { severity: "high" as const }),
    }));
}

function loadsCode({ name, value }: Assignment): boolean {
  if (value.value.trim() === "") return false;
  if (ALWAYS.test(name)) return true;
  if (SEARCH_PATH.test(name)) return placesOf(value.value).some(isOpenPlace);
  const options = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  return options?.test(value.value) ?? false;
}

/** A temporary folder itself, or what is in it. */
function isOpenPlace(path: string): boolean {
  return isWritablePlace(`${path.replace(/[\\/]$/, "")}/`);
}

function placesOf(value: string): string[] {
  return value.split(/[\s:=,"']/).filter((part) => part !== "");
}

export default {
  id: "config-code-loading-env",
  family: "mcp-config",
  title: "Variable that loads code into a server",
  why: "The named file runs inside the server before its own first line and sees all that it " +
    "sees; a review of the server's command and package shows nothing of it.",
  fix: "Remove the variable, or make what it loads a part of the server.",
  limits: "Does not judge the file that is loaded; search paths, such as PYTHONPATH, are judged " +
    "by whether others can write to their folders.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-427", "CWE-829"],
  owasp: ["MCP04:2025", "MCP05:2025", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "env": { "LD_PRELOAD": "/tmp/trace.so" }
} } }
`,
      note: "A library out of a folder that anyone can write to",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "env",
  "args": ["NODE_OPTIONS=--max-old-space-size=512 --require ./hook.js", "node", "server.js"]
} } }
`,
      note: "A module, in front of the program",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "python3", "args": ["-m", "notes"], "env": { "PYTHONPATH": "/srv/notes:/tmp/lib" }
} } }
`,
      note: "A search path with a folder that anyone can write to",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "node", "args": ["server.js"],
  "env": { "NODE_OPTIONS": "--max-old-space-size=512 --no-warnings", "PYTHONPATH": "/srv/notes" }
} } }
`,
      note: "Options that load nothing",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "env": { "LD_PRELOAD": "", "RUBYOPT": "-W0" }
} } }
`,
      note: "Switched off",
    },
  ],
} satisfies Rule<SyntaxTree>;
