import { type Located, type Match, nameWords, type Rule, type ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { environmentOf } from "./environment.ts";

/** What authors call the switch that takes a guard away. */
const SWITCH =
  /^--(?:dangerously[\w-]{0,60}|[\w-]{1,40}-dangerously|yolo|unsafe|unrestricted|allow-(?:dangerous|unsafe)[\w-]{0,40}|(?:disable|no|skip|without)-(?:auth|authentication|authorization|permissions?|permission-checks?|confirmations?|approvals?|security|sandbox|web-security)|enable-(?:dangerous|unsafe)[\w-]{0,40})(?:=(.{0,20}))?$/i;
const VARIABLE =
  /^(?:DANGEROUSLY_\w{1,60}|\w{0,40}(?:DISABLE|SKIP|NO)_(?:AUTH|AUTHENTICATION|AUTHORIZATION|SANDBOX|PERMISSIONS?))$/;
const OFF = /^(?:0|false|no|off)?$/i;

function where(server: ServerDef): Match[] {
  const line = commandLine(server);
  const variables = environmentOf(server, line)
    .filter(({ name, value }) => VARIABLE.test(name) && !OFF.test(value.value.trim()))
    .map(({ name, value }) => ({ name, at: value }));
  const options = server.args.flatMap((arg, i) => {
    const assigned = SWITCH.exec(arg.value);
    if (!assigned) return [];
    const value = assigned[1] ?? nextValue(server.args[i + 1]);
    return value !== undefined && OFF.test(value) ? [] : [{ name: arg.value, at: arg }];
  });
  return [...options, ...variables].map(({ name, at }) => ({
    span: at.span,
    identity: server.name.value,
    message: `Server "${server.name.value}" is started with a guard switched off ("${name}")`,
    ...(/sandbox/i.test(name) && { severity: "low" as const }),
  }));
}

/** `--unsafe false`; any other word is an argument of its own. */
function nextValue(arg: Located<string> | undefined): string | undefined {
  const words = nameWords(arg?.value ?? "");
  return words.length === 1 && /^(?:true|false|0|1|yes|no|on|off)$/i.test(words[0]!)
    ? words[0]
    : undefined;
}

export default {
  id: "config-safety-off",
  family: "mcp-config",
  title: "Server started with a guard switched off",
  why: "The server's author built a question, a sign-in or a sandbox for the case that a model " +
    "is misled; the switch takes it away for every call.",
  fix: "Remove the switch, and allow only what the server is for.",
  limits:
    "Knows switches by the words that authors use; a server's own names for them are not seen.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-862"],
  owasp: ["MCP02:2025", "MCP07:2025", "LLM06:2025", "ASI02:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration", "permissions"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "agent": {
  "command": "claude", "args": ["mcp", "serve", "--dangerously-skip-permissions"]
} } }
`,
      note: "No questions",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "proxy": {
  "command": "notes-mcp", "env": { "DANGEROUSLY_OMIT_AUTH": "true" }
} } }
`,
      note: "No sign-in, by a variable",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "args": ["--unsafe=false", "--yolo", "false", "--no-color", "--sandbox"],
  "env": { "DANGEROUSLY_OMIT_AUTH": "false" }
} } }
`,
      note: "Switched off, or another switch",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "args": ["serve", "dangerously", "--authentication", "oauth"]
} } }
`,
      note: "A word, and a guard that is on",
    },
  ],
} satisfies Rule<SyntaxTree>;
