import type { Match, Rule, TextPattern } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { exampleChars } from "./token_checks.ts";
import { TOKEN_FORMATS, type TokenFormat } from "./token_formats.ts";

const WORD = /[A-Za-z0-9_-]/;
/**
 * The end of an escape, as in the source of `"\\nghp_…"` or in `%20ghp_…`, is no part of a word,
 * though its last character might be.
 */
const ESCAPE_END = /(?:\\[nrtbfv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/;
const LONGEST_ESCAPE = 6;

/** True where a token may begin at `index`. */
function isStart(text: string, index: number): boolean {
  if (index === 0 || !WORD.test(text[index - 1]!)) return true;
  return ESCAPE_END.test(text.slice(Math.max(0, index - LONGEST_ESCAPE), index));
}

/** A token ends where its alphabet does. */
const AFTER = "(?![A-Za-z0-9_-])";

function patternOf(format: TokenFormat): TextPattern {
  return {
    keywords: format.keywords,
    expression: new RegExp(`${format.token}${AFTER}`, "g"),
    where: (hit, { text }): Match | undefined => {
      const token = hit[0];
      if (!isStart(text, hit.index) || !format.accepts(token)) return undefined;
      const span = { start: hit.index, end: hit.index + token.length };
      return {
        span,
        message: `Token in the file: ${format.name}`,
        confidence: format.checked ? "high" : "medium",
        ...(format.severity && { severity: format.severity }),
        secret: span,
        fingerprint: "whole",
      };
    },
  };
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
  limits: "Knows the formats in its table, by prefix; a token split over several strings, " +
    "encrypted, or of a provider without a recognisable format is not seen.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-798", "CWE-312"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: { kind: "text", files: "all", patterns: TOKEN_FORMATS.map(patternOf) },
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
