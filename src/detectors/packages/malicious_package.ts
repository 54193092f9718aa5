import type { Match, PackageReference, ProjectDocument, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { ADVISORIES_AS_OF, MALICIOUS_PACKAGES } from "./advisories.ts";
import { packagesIn } from "./command_packages.ts";
import { PACKAGE_DOCUMENTS, registryName, serverPackages } from "./references.ts";

const BY_NAME = new Map(
  MALICIOUS_PACKAGES.map((row) => [`${row.ecosystem} ${row.name}`, row] as const),
);

function inDocument(document: ProjectDocument): Match[] {
  return packagesIn(document).flatMap((reference) => matchOf(reference) ?? []);
}

function inServer(server: ServerDef): Match[] {
  return serverPackages(server).flatMap((reference) => matchOf(reference) ?? []);
}

function matchOf(reference: PackageReference): Match | undefined {
  const row = BY_NAME.get(`${reference.ecosystem} ${registryName(reference)}`);
  if (!row) return undefined;
  const since = row.from === "" ? "" : `, since version ${row.from}`;
  return {
    span: reference.name.span,
    identity: row.name,
    message: `"${reference.name.value}" was published to do harm: it ${row.effect}${since} ` +
      `(${row.source})`,
  };
}

export default {
  id: "malicious-package",
  family: "packaging",
  title: "MCP package that was published to do harm",
  why: "It runs as the user who starts it, with all that the user can read: what it saw is to be " +
    "taken for known to its publisher.",
  fix: "Remove it, and replace every credential that was within its reach.",
  limits:
    `Knows the packages of its own table, as of ${ADVISORIES_AS_OF}; every version of one is ` +
    "reported, also those before the harm, as their publisher is the same.",
  severity: "critical",
  confidence: "high",
  cwe: ["CWE-506"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: PACKAGE_DOCUMENTS, where: inDocument, server: inServer },
  bad: [
    {
      file: ".mcp.json",
      code:
        `{ "mcpServers": { "mail": { "command": "npx", "args": ["-y", "postmark-mcp@1.0.16"] } } }
`,
      note: "In the command of a server",
    },
    {
      file: "yarn.lock",
      code: `# yarn lockfile v1

postmark-mcp@^1.0.0:
  version "1.0.18"
`,
      note: "In a lock file",
    },
    {
      file: "requirements.txt",
      code: "mcp_runcommand_server\n",
      note: "Spelt as pip allows it",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "mail": { "command": "npx", "args": ["-y", "@activecampaign/postmark-mcp@1.0.0"] }
} }
`,
      note: "Another package of the same last part",
    },
    {
      file: "package.json",
      code: `{ "name": "postmark-mcp", "description": "postmark-mcp", "dependencies": {} }
`,
      note: "A name that is no dependency",
    },
  ],
} satisfies Rule<SyntaxTree>;
