import {
  entriesOf,
  type Match,
  type ProjectDocument,
  type Rule,
  scalarAt,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

/** Programs that scripts start by their bare name. */
// deno-fmt-ignore
const COMMANDS = new Set([
  "apt", "awk", "aws", "bash", "brew", "cat", "chmod", "chown", "cp", "curl", "docker", "env",
  "find", "gcc", "git", "go", "gpg", "grep", "kubectl", "ls", "make", "mkdir", "mv", "node", "npm",
  "npx", "openssl", "pip", "pip3", "ps", "python", "python3", "rm", "rsync", "scp", "sed", "sh",
  "ssh", "su", "sudo", "tar", "terraform", "wget", "which", "xargs", "yarn", "zsh",
]);

function where({ root }: ProjectDocument): Match[] {
  const own = scalarAt(valueAt(root, "name"))?.value ?? "";
  return entriesOf(valueAt(root, "bin")).flatMap(({ key }): Match[] => {
    // A package may well be the program.
    if (!key || !COMMANDS.has(key.value) || own.split("/").at(-1) === key.value) return [];
    const message = `Installs a program under the name "${key.value}"`;
    return [{ span: key.span, identity: key.value, message }];
  });
}

export default {
  id: "bin-shadows-command",
  family: "packaging",
  title: "Package that installs a program under the name of another",
  why: "Scripts and tools that start the well-known program by its name start this one instead, " +
    "with all that they pass to it.",
  fix: "Name the program after the package.",
  limits: "Knows common programs of shells, version control, containers and languages.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-427"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["npm-manifest"], where },
  bad: [
    {
      file: "package.json",
      code: `{ "name": "notes-mcp", "bin": { "notes-mcp": "cli.js", "git": "git.js" } }
`,
      note: "Beside a name of its own",
    },
    {
      file: "package.json",
      code: `{ "name": "@acme/tools", "bin": { "node": "./run.js" } }
`,
      note: "The interpreter itself",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes-mcp", "bin": { "notes-mcp": "cli.js", "git-notes": "git.js" } }
`,
      note: "Names of its own",
    },
    {
      file: "package.json",
      code: `{ "name": "@acme/terraform", "bin": { "terraform": "./run.js" } }
`,
      note: "The package is the program",
    },
  ],
} satisfies Rule<SyntaxTree>;
