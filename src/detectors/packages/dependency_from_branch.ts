import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { addressedPackages } from "./addresses.ts";

const REPOSITORY =
  /^(?:git\+|git:|git@|ssh:|(?:github|gitlab|bitbucket|gist):)|\.git(?:[@#]|$)|^[\w.-]{1,100}\/[\w.-]{1,100}(?:#|$)/i;
/** What stands for a commit, a tag that is a version, or a range of such tags. */
const FIXED =
  /(?:@|#)(?:[0-9a-f]{7,40}|(?:\w{1,40}[-_/])?v?\d{1,9}(?:\.[\w.-]{1,60})?|semver:.{1,60})(?:[#&?]|$)/i;

function where(document: ProjectDocument): Match[] {
  return addressedPackages(document).flatMap(({ name, address, role }): Match[] => {
    // An address with a user's name is an `@` before the host.
    const rest = address.value.replace(/^(?:git\+)?(?:ssh:\/\/)?git@/, "");
    if (!REPOSITORY.test(address.value) || FIXED.test(rest)) return [];
    return [{
      span: address.span,
      identity: name,
      message: `"${name}" is whatever stands in a repository at the moment`,
      ...(role === "development" && { severity: "low" as const }),
    }];
  });
}

export default {
  id: "dependency-from-branch",
  family: "packaging",
  title: "Dependency taken from a repository without a commit",
  why:
    "Whoever can push to the branch decides what the next install runs; nothing keeps what was " +
    "there before, and no registry looks at it.",
  fix: "Name a commit: git+https://host/owner/name#<commit>, or @<commit> in Python.",
  limits:
    "A tag that looks like a version is taken for fixed. A lock file beside it may hold the " +
    "commit, which counts for the project itself and not for those who install it.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-494", "CWE-829"],
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
      code: `{ "name": "notes", "dependencies": {
  "store": "git+https://git.notes.example/acme/store.git",
  "index": "github:acme/index#main"
} }
`,
      note: "Without anything, and a branch",
    },
    {
      file: "requirements.txt",
      code: "-e git+https://git.notes.example/acme/store.git@develop#egg=store\n",
      note: "A branch, for pip",
    },
    {
      file: "pyproject.toml",
      code: `[project]
name = "notes"
dependencies = ["store @ git+https://git.notes.example/acme/store"]
`,
      note: "In a Python project",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "repository": "github:acme/notes", "dependencies": {
  "store": "git+https://git.notes.example/acme/store.git#4f2a1c9d8e7b",
  "index": "github:acme/index#v1.2.0",
  "other": "file:../other"
} }
`,
      note: "A commit, a tag of a version, and a folder",
    },
    {
      file: "requirements.txt",
      code:
        "store @ git+https://git.notes.example/acme/store@4f2a1c9d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b\n",
      note: "A commit, for pip",
    },
  ],
} satisfies Rule<SyntaxTree>;
