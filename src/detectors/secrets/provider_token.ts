import type { Match, Rule, Severity, Span, TextSource } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Assignment, KEY_ASSIGNMENTS } from "./assignments.ts";
import { namedFormat } from "./named_formats.ts";
import { exampleChars } from "./token_checks.ts";
import { TOKEN_FORMATS } from "./token_formats.ts";
import { MARKER_SEARCHES, tokenAtMarker } from "./token_search.ts";

interface Described {
  readonly name: string;
  readonly checked?: true;
  readonly severity?: Severity;
}

function matchOf({ name, checked, severity }: Described, span: Span): Match {
  return {
    span,
    message: `Token in the file: ${name}`,
    confidence: checked ? "high" : "medium",
    ...(severity && { severity }),
    secret: span,
    fingerprint: "whole",
  };
}

function whereMarked(hit: RegExpExecArray): Match | undefined {
  const found = tokenAtMarker(hit);
  return found && matchOf(found.format, found.span);
}

function whereNamed(assignment: Assignment | undefined): Match | undefined {
  const format = assignment && namedFormat(assignment.name, assignment.value);
  return format && matchOf(format, assignment.span);
}

function exampleToken(name: string): string {
  const format = TOKEN_FORMATS.find((candidate) => candidate.name === name)!;
  return format.example(exampleChars(name.length));
}

export default {
  id: "provider-token",
  family: "secrets",
  title: "Provider token in a file",
  why:
    "Whoever can read the file, its history or a published package can act as its owner at the " +
    "provider; an MCP server's package is downloaded by everyone who uses it.",
  fix: "Revoke the token at its provider, then read it from the environment or a secret store.",
  limits:
    "Knows the formats in its tables; most have a prefix and a length but no checksum, so a " +
    "made-up token passes for one. A token split over several strings, encrypted, or of a " +
    "provider without a recognisable format is not seen.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-798", "CWE-312"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: {
    kind: "text",
    files: "all",
    patterns: [
      ...MARKER_SEARCHES.map((search) => ({ ...search, where: whereMarked })),
      ...KEY_ASSIGNMENTS.map(({ assignment, ...search }) => ({
        ...search,
        where: (hit: RegExpExecArray, file: TextSource): Match | undefined =>
          whereNamed(assignment(hit, file)),
      })),
    ],
  },
  bad: [
    {
      file: "server.py",
      code: () => `client = Github("${exampleToken("GitHub token")}")\n`,
      note: "A GitHub token, its checksum correct",
    },
    {
      file: ".env",
      code: () => `ANTHROPIC_API_KEY=${exampleToken("Anthropic API key")}\n`,
      note: "A key in an environment file",
    },
    {
      file: "Dockerfile",
      code: () => `FROM node:22\nENV SLACK_TOKEN=${exampleToken("Slack token")}\n`,
      note: "A token baked into an image",
    },
    {
      file: "session.json",
      code: () => `{ "log": "token:\\n${exampleToken("GitLab token")}\\n" }\n`,
      note: "A token behind an escaped line end",
    },
    {
      file: "search.ts",
      code: () => `const BRAVE_API_KEY = "BSA${exampleChars(11)(28)}";\n`,
      note: "A key without a format of its own, under its provider's name",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os\nclient = Github(os.environ["GITHUB_TOKEN"])\n`,
      note: "Read from the environment",
    },
    {
      file: "README.toml",
      code: () => `token = "ghp_${"x".repeat(36)}"\nkey = "${"AKIA" + "IOSFODNN7" + "EXAMPLE"}"\n`,
      note: "Placeholders from documentation",
    },
    {
      file: "server.ts",
      code: () => `const etag = "ghp_${exampleChars(3)(36)}";\n`,
      note: "Looks like a GitHub token, but its checksum is wrong",
    },
  ],
} satisfies Rule<SyntaxTree>;
