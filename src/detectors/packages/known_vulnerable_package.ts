import {
  type Match,
  type PackageReference,
  type ProjectDocument,
  type Rule,
  type ServerDef,
  SEVERITIES,
  type Severity,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { ADVISORIES, ADVISORIES_AS_OF, type Advisory } from "./advisories.ts";
import { packagesIn } from "./command_packages.ts";
import { PACKAGE_DOCUMENTS, registryName, serverPackages } from "./references.ts";
import { compareVersions, intervalOf, isWithin, versionOf } from "./versions.ts";

const BY_NAME = Map.groupBy(ADVISORIES, ({ ecosystem, name }) => `${ecosystem} ${name}`);

function inDocument(document: ProjectDocument): Match[] {
  return packagesIn(document).flatMap((reference) => matchOf(reference) ?? []);
}

function inServer(server: ServerDef): Match[] {
  return serverPackages(server).flatMap((reference) => matchOf(reference) ?? []);
}

function matchOf(reference: PackageReference): Match | undefined {
  const rows = BY_NAME.get(`${reference.ecosystem} ${registryName(reference)}`);
  const found = rows?.filter((row) => concerns(reference, row));
  const [worst] = found?.sort(graver) ?? [];
  if (!worst) return undefined;
  const { name, asked } = reference;
  const version = asked.value.trim() === "" ? "" : ` ${asked.value.trim()}`;
  const ids = worst.cve === "" ? worst.id : `${worst.id}, ${worst.cve}`;
  const span = asked.value === "" ? name.span : asked.span;
  return {
    span,
    identity: registryName(reference),
    severity: weighed(reference, worst.severity),
    message: `"${name.value}"${version} lets ${worst.effect} (${ids}); ${remedyOf(found!)}`,
  };
}

/** Where nothing mends it, every version has the fault, also one that is not told. */
function concerns({ ecosystem, asked }: PackageReference, row: Advisory): boolean {
  const interval = intervalOf(asked.value, ecosystem);
  if (interval) return isWithin(interval, row);
  return row.from === "" && row.before === "" && !/[:/]/.test(asked.value);
}

function graver(a: Advisory, b: Advisory): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

/** What servers are built with: most of its faults concern one way to reach a server alone. */
const LIBRARIES = new Set([
  "@modelcontextprotocol/sdk",
  "mcp",
  "fastmcp",
  "github.com/modelcontextprotocol/go-sdk",
]);

/** Whether the fault can be reached depends on how the package is used. */
function weighed(reference: PackageReference, severity: Severity): Severity {
  const most = LIBRARIES.has(registryName(reference)) ? "medium" : "high";
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity), SEVERITIES.indexOf(most))]!;
}

function remedyOf(found: readonly Advisory[]): string {
  const others = new Set(found.map(({ id }) => id)).size - 1;
  const more = others === 0
    ? ""
    : `, with ${others} more ${others === 1 ? "advisory" : "advisories"}`;
  if (found.some(({ before }) => before === "")) return `no version mends it${more}`;
  const fixed =
    found.map(({ before }) => before).sort((a, b) =>
      compareVersions(versionOf(b)!, versionOf(a)!)
    )[0];
  return `fixed in ${fixed}${more}`;
}

export default {
  id: "known-vulnerable-package",
  family: "packaging",
  title: "MCP package in a version with a published fault",
  why: "The advisory tells everybody how: whoever can send the server a request, a page or a " +
    "tool's argument uses the fault as it is described.",
  fix: "Take the version that the message names, or a later one, and lock it.",
  limits:
    `Knows the MCP packages of its own table, as advisories stood on ${ADVISORIES_AS_OF}, and ` +
    "not what else a project depends on: a scanner of dependencies does. Does not see whether the " +
    "faulty part is used. A range that allows a mended version is left alone, as is a package " +
    "without a version unless all versions have the fault.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-1395"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: PACKAGE_DOCUMENTS, where: inDocument, server: inServer },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "crm": { "command": "npx", "args": ["-y", "mcp-remote@0.1.15", "https://crm.example/mcp"] }
} }
`,
      note: "In the command of a server",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "~1.20.0" } }
`,
      note: "A range that no mended version falls into",
    },
    {
      file: "package-lock.json",
      code: `{ "lockfileVersion": 3, "packages": {
  "node_modules/figma-developer-mcp": { "version": "0.5.2" }
} }
`,
      note: "In a lock file of npm",
    },
    {
      file: "pnpm-lock.yaml",
      code: `packages:

  '@playwright/mcp@0.0.32':
    resolution: {integrity: sha512-x}
`,
      note: "In a lock file of pnpm",
    },
    {
      file: "requirements.txt",
      code: "mcp-server-git==2025.7.1\n",
      note: "Pinned for pip",
    },
    {
      file: "uv.lock",
      code: `[[package]]
name = "mcp-atlassian"
version = "0.16.1"
`,
      note: "In a lock file of uv",
    },
    {
      file: "go.mod",
      code: `module example.com/notes

require github.com/modelcontextprotocol/go-sdk v1.2.0
`,
      note: "In a Go module",
    },
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
RUN npm install --global \\
    mcp-remote@0.1.15
USER node
`,
      note: "Installed in an image",
    },
    {
      file: "compose.yaml",
      code: `services:
  web:
    image: node:22-slim
    command: ["npx", "-y", "@playwright/mcp@0.0.32"]
`,
      note: "Started by a Compose file",
    },
    {
      file: "package.json",
      code: `{ "name": "phone", "dependencies": { "adb-mcp": "latest" } }
`,
      note: "No version mends it",
    },
  ],
  good: [
    {
      file: "Dockerfile",
      code: `FROM node:22-slim
RUN npm install -g mcp-remote@0.1.16 typescript@5.9.2 && pip install -r requirements.txt .
USER node
CMD ["npx", "-y", "@playwright/mcp@0.0.41"]
`,
      note: "Mended versions in the commands of an image",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "crm": { "command": "npx", "args": ["-y", "mcp-remote@0.1.16", "https://crm.example/mcp"] }
} }
`,
      note: "The mended version",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "^1.20.0" } }
`,
      note: "A range in which a mended version is",
    },
    {
      file: "requirements.txt",
      code: "mcp-server-git==2026.1.14\nmcp>=1.2\n# mcp==1.2.0\n",
      note: "Mended, open, and a comment",
    },
    {
      file: "go.mod",
      code: `module example.com/notes

require github.com/modelcontextprotocol/go-sdk v1.4.1
`,
      note: "The mended version of a Go module",
    },
  ],
} satisfies Rule<SyntaxTree>;
