import { type Match, type ProjectDocument, type Rule, valueAt } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { registryName } from "./references.ts";
import { WELL_KNOWN_PACKAGES } from "./well_known_packages.ts";

const MCP_PACKAGES = new Set(WELL_KNOWN_PACKAGES.npm);
/** Of the official organisation, or called after the protocol. */
const MCP_NAME = /^@modelcontextprotocol\/|(?:^|[@/-])mcp(?:$|[/-])/;
/** Not a registry's: another package of the project, a folder. */
const LOCAL = /^(?:workspace|file|link|portal):/;

function where({ unlocked, root, packages }: ProjectDocument): Match[] {
  if (!unlocked) return [];
  const asked = packages.filter(({ role, asked }) =>
    role === "dependency" && !LOCAL.test(asked.value)
  );
  const [first] = asked;
  if (!first || !(isProgram(root) || asked.some(isMcp))) return [];
  const count = asked.length === 1 ? "One dependency" : `${asked.length} dependencies`;
  return [{ span: first.name.span, message: `${count}, and no lock file that holds the versions` }];
}

function isProgram(root: ProjectDocument["root"]): boolean {
  return valueAt(root, "bin") !== undefined;
}

function isMcp(reference: ProjectDocument["packages"][number]): boolean {
  const name = registryName(reference);
  return MCP_PACKAGES.has(name) || MCP_NAME.test(name);
}

export default {
  id: "missing-lock-file",
  family: "packaging",
  title: "Server without a lock file",
  why: "Each install takes what was published last, down to the dependencies of dependencies: a " +
    "version that a thief put there reaches whoever builds or runs the server from its source.",
  fix:
    "Commit the lock file that the package manager writes, and install with `npm ci` or its like.",
  limits:
    "Of package.json, where it names a program or a package of MCP, in a working tree of git. " +
    "Packages out of a registry, which never have one, are left alone; so is a lock file that is " +
    "there but not committed.",
  severity: "low",
  confidence: "low",
  cwe: ["CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["npm-manifest"], where },
  bad: [
    {
      file: "package.json",
      unlocked: true,
      code: `{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "^1.26.0" } }
`,
      note: "A server in a working tree, no lock file beside it or above",
    },
    {
      file: "package.json",
      unlocked: true,
      code:
        `{ "name": "notes", "bin": "main.js", "dependencies": { "express": "^5.1.0", "zod": "^4.0.0" } }
`,
      note: "A program that is started by its name",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "^1.26.0" } }
`,
      note: "The same with a lock file, or as a registry gives it out",
    },
    {
      file: "package.json",
      unlocked: true,
      code: `{ "name": "notes", "bin": "main.js", "dependencies": { "@acme/store": "workspace:*" },
  "devDependencies": { "typescript": "^5.9.0" } }
`,
      note: "Nothing to be installed but what stands beside it, and what builds it",
    },
    {
      file: "package.json",
      unlocked: true,
      code: `{ "name": "site", "private": true, "dependencies": { "react": "^19.0.0" } }
`,
      note: "A page of an example, and no server",
    },
  ],
} satisfies Rule<SyntaxTree>;
