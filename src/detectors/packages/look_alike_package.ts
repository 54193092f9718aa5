import type { Match, PackageReference, ProjectDocument, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type LookAlike, lookAlikeOf } from "./look_alike_names.ts";
import { packagesIn } from "./command_packages.ts";
import { PACKAGE_DOCUMENTS, registryName, serverPackages } from "./references.ts";

const HOW: Readonly<Record<LookAlike["how"], string>> = {
  letter: "one letter away from",
  separator: "but for its separators the name of",
  scope: "without its scope the name of",
};

function inDocument(document: ProjectDocument): Match[] {
  return packagesIn(document).flatMap((reference) => matchOf(reference) ?? []);
}

function inServer(server: ServerDef): Match[] {
  return serverPackages(server).flatMap((reference) => matchOf(reference) ?? []);
}

function matchOf(reference: PackageReference): Match | undefined {
  const { name, asked, ecosystem } = reference;
  // What comes from elsewhere is not what the registry has under the name.
  if (/^(?:file|link|workspace|portal|git|https?):|^\.{0,2}\//.test(asked.value)) return undefined;
  const found = lookAlikeOf(registryName(reference), ecosystem);
  if (!found) return undefined;
  return {
    span: name.span,
    identity: registryName(reference),
    message: `"${name.value}" is ${HOW[found.how]} the well-known package "${found.of}"`,
  };
}

export default {
  id: "look-alike-package",
  family: "packaging",
  title: "Package whose name looks like that of a well-known MCP package",
  why: "Whoever publishes under a name that many mistype gets run in their place, with the same " +
    "rights and credentials.",
  fix: "Write the name as its publisher does, or, where this one is meant, look who published it.",
  limits: "Knows the names of its own table; a package of a name that happens to be close is " +
    "reported all the same. Names that differ in a short part, a digit or a plural are left alone.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-1357", "CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: PACKAGE_DOCUMENTS, where: inDocument, server: inServer },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "files": { "command": "npx", "args": ["-y", "@modelcontextprotocl/server-filesystem@2026.1.14"] },
  "web": { "command": "uvx", "args": ["mcp-server-fecth==2026.1.14"] }
} }
`,
      note: "A letter that is missing, and two that are swapped",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": {
  "modelcontextprotocol-sdk": "1.29.0",
  "@model-context-protocol/server-memory": "2026.1.14"
} }
`,
      note: "Other separators",
    },
    {
      file: "requirements.txt",
      code: "fastmccp==3.2.0\n",
      note: "A letter that is doubled",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": { "server-filesystem": "1.0.0" } }
`,
      note: "Without its scope",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2026.1.14"] },
  "web": { "command": "uvx", "args": ["mcp_server_fetch==2026.1.14"] }
} }
`,
      note: "The names themselves, one as Python compares it",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": {
  "mcp-server-gitlab": "1.0.0", "tcp-proxy": "1.0.0", "mcp-proxy2": "1.0.0",
  "@modelcontextprotocol/server-files": "1.0.0", "mcp-remotes": "workspace:*"
} }
`,
      note: "Other names, a number, a scope of the publisher's own, and a folder of the project",
    },
    {
      file: "go.mod",
      code: `module example.com/notes

require github.com/modelcontextprotocol/go-sdk v1.4.1
`,
      note: "The module itself",
    },
  ],
} satisfies Rule<SyntaxTree>;
