import type { Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine, type Word } from "./command_line.ts";

const EVERYTHING = /^(?:-A|--allow-all)$/;
/** Without a list of programs or libraries, each of these is as much as everything. */
const AS_MUCH = /^--allow-(?:run|ffi)$/;

function where(server: ServerDef): Match[] {
  return commandLine(server).commands.flatMap((command): Match[] => {
    const given = denoGrant(command);
    if (!given) return [];
    return [{
      span: given.span,
      identity: server.name.value,
      message:
        `Server "${server.name.value}" runs in Deno with every permission ("${given.value}")`,
    }];
  });
}

/** What stands after the program's file is the program's own. */
function denoGrant({ name, args }: Command): Word | undefined {
  if (name !== "deno" || !/^(?:run|serve|x)$/.test(args[0]?.value ?? "")) return undefined;
  const end = args.findIndex(({ value }, i) => i > 0 && !value.startsWith("-"));
  const options = args.slice(1, end < 0 ? args.length : end);
  return options.find(({ value }) => EVERYTHING.test(value)) ??
    options.find(({ value }) => AS_MUCH.test(value));
}

export default {
  id: "config-unrestricted-deno",
  family: "mcp-config",
  title: "Server that runs in Deno with every permission",
  why: "Deno would hold the server to the files, hosts and programs that it needs; with every " +
    "permission, or that to run any program, a fault in it reaches all that the user can.",
  fix: "Name what it needs: --allow-read=DIR --allow-net=HOST.",
  limits: "Reads the command line, not a configuration file of Deno's that it names.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-250"],
  owasp: ["MCP02:2025", "ASI02:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["configuration", "permissions"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code:
        `{ "mcpServers": { "notes": { "command": "deno", "args": ["run", "-A", "/srv/notes/main.ts"] } } }
`,
      note: "Everything",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "deno", "args": ["run", "--allow-read=/srv/notes", "--allow-run", "/srv/notes/main.ts"]
} } }
`,
      note: "Any program, which has every permission",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "deno", "args": ["run", "--allow-read=/srv/notes", "--allow-run=git", "/srv/notes/main.ts", "-A"]
} } }
`,
      note: "What it needs, and an option of the program's own",
    },
    {
      file: ".mcp.json",
      code:
        `{ "mcpServers": { "notes": { "command": "deno", "args": ["task", "start", "--allow-all"] } } }
`,
      note: "A task",
    },
  ],
} satisfies Rule<SyntaxTree>;
