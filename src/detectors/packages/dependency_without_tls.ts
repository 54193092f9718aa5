import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { addressedPackages } from "./addresses.ts";

const PLAIN = /^(?:git\+|hg\+|svn\+)?(?:http|git):\/\/(?!localhost\b|127\.|\[::1\])/i;

function where(document: ProjectDocument): Match[] {
  return addressedPackages(document).flatMap(({ name, address }): Match[] => {
    if (!PLAIN.test(address.value)) return [];
    const message = `"${name}" is fetched over a connection that anybody on the way can change`;
    return [{ span: address.span, identity: name, message }];
  });
}

export default {
  id: "dependency-without-tls",
  family: "packaging",
  title: "Dependency fetched without TLS",
  why: "Whoever sits between the machine and the host answers in its stead: their code is what " +
    "gets installed and run.",
  fix: "Write https:// or git+https://, or take the package from a registry.",
  limits: "Sees addresses of dependencies, not the registry that a client is set up with.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-319", "CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: {
    kind: "document",
    documents: ["npm-manifest", "python-project", "requirements"],
    where,
  },
  bad: [
    {
      file: "package.json",
      code:
        `{ "name": "notes", "dependencies": { "store": "http://pkg.notes.example/store-1.0.0.tgz" } }
`,
      note: "An archive",
    },
    {
      file: "requirements.txt",
      code: "git+http://git.notes.example/store@4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b\n",
      note: "A repository; the commit is compared only after it is fetched",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "homepage": "http://notes.example", "dependencies": {
  "store": "https://pkg.notes.example/store-1.0.0.tgz"
} }
`,
      note: "With TLS, and an address of a page",
    },
    {
      file: "requirements.txt",
      code: "# git+http://git.notes.example/store\nstore @ http://127.0.0.1:8080/store-1.0.0.whl\n",
      note: "A comment, and the machine itself",
    },
  ],
} satisfies Rule<SyntaxTree>;
