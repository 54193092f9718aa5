import {
  type Match,
  type PackageReference,
  type ProjectDocument,
  type Rule,
  valueAt,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { registryName } from "./references.ts";
import { WELL_KNOWN_PACKAGES } from "./well_known_packages.ts";

const FLOATING = /^(?:\*|x|X|latest|next|canary|>=?\s{0,4}0(?:\.0){0,2})$/;
const PACKAGES = {
  npm: new Set(WELL_KNOWN_PACKAGES.npm),
  pypi: new Set([...WELL_KNOWN_PACKAGES.pypi, "mcp"]),
  go: new Set<string>(),
};

function where({ packages, root }: ProjectDocument): Match[] {
  // The packages of a workspace stand for themselves, whatever is asked for.
  if (valueAt(root, "workspaces")) return [];
  return packages.filter(isFloating).map(({ name, asked }) => ({
    span: asked.value === "" ? name.span : asked.span,
    identity: name.value,
    message: `"${name.value}" is asked for in any version`,
  }));
}

function isFloating(reference: PackageReference): boolean {
  const { ecosystem, asked, role } = reference;
  if (role !== "dependency" || !PACKAGES[ecosystem].has(registryName(reference))) return false;
  return asked.value.trim() === "" || FLOATING.test(asked.value.trim());
}

export default {
  id: "floating-mcp-dependency",
  family: "packaging",
  title: "MCP package asked for in any version",
  why: "The next install takes whatever was published last: a version with a fault, an " +
    "incompatible one, or the one of a thief.",
  fix: "Ask for a range that you have tested, and keep a lock file.",
  limits: "Of npm a package.json, of Python a requirements file; packages of the table of " +
    "well-known names. A lock file beside it may hold the version.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-1357"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["npm-manifest", "requirements"], where },
  bad: [
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "latest" } }
`,
      note: "A tag that moves",
    },
    {
      file: "requirements.txt",
      code: "mcp[cli]\nhttpx>=0.27\n",
      note: "No version at all",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "dependencies": {
  "@modelcontextprotocol/sdk": "^1.26.0", "@acme/store": "*"
}, "peerDependencies": { "fastmcp": "*" } }
`,
      note: "A range, a package of the same workspace, and one that the user brings",
    },
    {
      file: "requirements.txt",
      code: "mcp>=1.28.1,<2\n# fastmcp\n",
      note: "A range, and a comment",
    },
  ],
} satisfies Rule<SyntaxTree>;
