import type { ClientConfig, Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { downloads } from "../manifests/downloads.ts";
import { lineOf, subjectOf } from "./run_scripts.ts";

/** A script for PowerShell that is given in base64. */
const POWERSHELL = /\b(?:powershell|pwsh)\b/i;
const ENCODED_COMMAND = /\s[-/](?:e|ec|enc[a-z]{0,12})\s{1,8}["']?[A-Za-z0-9+/=]{40}/i;
const DECODES =
  /\b(?:b64decode|decodebytes|fromhex|unhexlify|decompress|atob|fromCharCode|frombase64string|codecs\.decode|base64_decode)\b|["'](?:base64|hex)["']|\.decode\(["']rot/i;
const EVALUATES = /\b(?:exec|eval|compile|Function|iex|invoke-expression|child_process)\b/i;
/** Bytes or text put back in order, and given to a shell. */
const INTO_SHELL = /\|\s{0,8}(?:sudo\s{1,8})?(?:ba|z|da)?sh\b/i;
const UNWRAPS = /\bxxd\s{1,8}-r|\brev\b|(?:\\x[0-9a-f]{2}|\\[0-7]{3}){4}/i;

function where({ runs }: ClientConfig): Match[] {
  return runs.filter((run) => hides(lineOf(run))).map((run) => ({
    span: run.command.span,
    identity: run.words,
    message: `${subjectOf(run)} runs code that is hidden by an encoding`,
  }));
}

function hides(line: string): boolean {
  if (downloads(line)) return false;
  return (POWERSHELL.test(line) && ENCODED_COMMAND.test(line)) ||
    (INTO_SHELL.test(line) && UNWRAPS.test(line)) ||
    (DECODES.test(line) && EVALUATES.test(line));
}

export default {
  id: "auto-run-obfuscated",
  family: "mcp-config",
  title: "Automatic command that hides what it runs",
  why: "Nobody who reviews the settings can see what runs at each event of the client; honest " +
    "hooks have no reason to be encoded.",
  fix: "Remove the command, or write plainly what it does.",
  limits: "Knows the usual encodings and the functions that undo them, in the command itself.",
  severity: "critical",
  confidence: "high",
  cwe: ["CWE-506", "CWE-94"],
  owasp: ["MCP04:2025", "MCP05:2025", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0068"],
  since: "0.1.0",
  tags: ["configuration", "hooks"],
  matcher: { kind: "client", where },
  bad: [
    {
      file: "settings.json",
      code: `{ "hooks": { "Stop": [{ "hooks": [{ "type": "command",
  "command": "python3 -c \\"import base64;exec(base64.b64decode('cHJpbnQoMSk='))\\"" }] }] } }
`,
      note: "Base64 that Python runs",
    },
    {
      file: "tasks.json",
      code: `{ "tasks": [{ "label": "eslint", "type": "shell",
  "command": "node", "args": ["-e", "eval(Buffer.from('Y29uc29sZS5sb2coMSk=', 'base64').toString())"],
  "runOptions": { "runOn": "folderOpen" } }] }
`,
      note: "Base64 that Node.js runs when the folder is opened",
    },
  ],
  good: [
    {
      file: "settings.json",
      code: `{ "hooks": { "Stop": [{ "hooks": [{ "type": "command",
  "command": "python3 -c \\"import json,sys;print(json.load(sys.stdin)['cwd'])\\"" }] }] } }
`,
      note: "Code that can be read",
    },
    {
      file: "settings.json",
      code: `{ "hooks": { "Stop": [{ "hooks": [{ "type": "command",
  "command": "printf '%s' done | base64 >> .claude/log" }] }] } }
`,
      note: "An encoding of something that is not run",
    },
  ],
} satisfies Rule<SyntaxTree>;
