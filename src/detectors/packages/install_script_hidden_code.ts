import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { INLINE_CODE, installScripts } from "./install_scripts.ts";

/** What a program in a script is turned into before it runs. */
const DECODED =
  /\batob\s{0,4}\(|["'`](?:base64|hex)["'`]\s{0,4}\)|\bb64decode\b|\bfromhex\b|(?:\\{1,2}x[0-9a-f]{2}){8}/i;
const RUNS =
  /\beval\b|\bFunction\s{0,4}\(|\bexec(?:Sync|File)?\b|\bspawn|\bchild_process\b|\b__import__\b/;
const SHELL =
  /\bbase64\s{1,4}(?:-d|-D|--decode)\b[^\n|]{0,200}\|\s{0,4}(?:[a-z]{0,3}sh|node|python3?)\b/;
const POWERSHELL = /\b(?:powershell|pwsh)\b/i;
const ENCODED = /\s-e(?:nc|ncodedcommand)?\s{1,4}[A-Za-z0-9+/=]{20}/i;

function where(document: ProjectDocument): Match[] {
  return installScripts(document).flatMap(({ name, text: { value, span } }): Match[] => {
    const isInline = INLINE_CODE.test(value) && DECODED.test(value) && RUNS.test(value);
    if (!isInline && !SHELL.test(value) && !(POWERSHELL.test(value) && ENCODED.test(value))) {
      return [];
    }
    const message = `Script "${name}" decodes a hidden program and runs it while it is installed`;
    return [{ span, identity: name, message }];
  });
}

export default {
  id: "install-script-hidden-code",
  family: "packaging",
  title: "Install script that hides what it runs",
  why:
    "Nobody encodes an honest install step: this is how a taken-over package steals tokens from " +
    "the machines that install it.",
  fix: "Remove the script, and look at what it decodes to before anything else is installed.",
  limits:
    "Sees encodings in package.json itself; code that is hidden in a script file is not seen.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-506"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["npm-manifest"], where },
  bad: [
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "postinstall": "node -e \\"eval(Buffer.from('Y29uc29sZS5sb2coMSk=', 'base64').toString())\\""
} }
`,
      note: "A program in base64",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "preinstall": "echo ZWNobyBoZWxsbyB3b3JsZA== | base64 -d | sh"
} }
`,
      note: "Decoded by the shell",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "postinstall": "node -e \\"require('child_process').execSync('node build.js')\\"",
  "prepare": "base64 -d logo.b64 > logo.png"
} }
`,
      note: "A program that can be read, and data",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "decode": "echo ZWNobyBoZWxsbyB3b3JsZA== | base64 -d | sh"
} }
`,
      note: "Nothing that runs by itself",
    },
  ],
} satisfies Rule<SyntaxTree>;
