import type { Match, Rule, Span } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { BASE32, BASE64 } from "./token_format.ts";
import { exampleChars, looksRandom } from "./token_checks.ts";

const SECRET_LENGTH = 40;

/** Under its own name, in any spelling; the value may be longer where it is none. */
const NAMED =
  /(?:aws[_-]?secret[_-]?(?:access[_-]?)?key|secret[_-]?access[_-]?key)["'\]\\]{0,4}\s{0,4}(?::=|=>|[:=,])\s{0,4}\\{0,3}["'`]?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=_-])/gi;
const SESSION =
  /aws[_-]?session[_-]?token["'\]\\]{0,4}\s{0,4}(?::=|=>|[:=,])\s{0,4}\\{0,3}["'`]?([A-Za-z0-9+/]{100,1200}={0,2})/gi;
const KEY_ID = /(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;

/** Units behind an access key id in which its secret stands: a few lines. */
const NEAR = 320;
const SECRET_NEAR = /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g;

/** Random, and with what makes a hash or a name unlikely. */
function isSecret(value: string): boolean {
  return looksRandom(value) && !/EXAMPLE/i.test(value) && /[a-z]/.test(value) &&
    /[A-Z]/.test(value) && /\d/.test(value);
}

function matchOf(span: Span, message: string): Match {
  return { span, message, secret: span, fingerprint: "whole" };
}

function whereNamed(hit: RegExpExecArray): Match | undefined {
  const end = hit.index + hit[0].length;
  if (!isSecret(hit[1]!)) return undefined;
  return matchOf(
    { start: end - SECRET_LENGTH, end },
    "An AWS secret access key stands in the file",
  );
}

function whereSession(hit: RegExpExecArray): Match | undefined {
  const end = hit.index + hit[0].length;
  if (!isSecret(hit[1]!)) return undefined;
  const span = { start: end - hit[1]!.length, end };
  // It expires within hours, 36 at most.
  return { ...matchOf(span, "An AWS session token stands in the file"), severity: "medium" };
}

function wherePaired({ 0: id, index, input }: RegExpExecArray): Match | undefined {
  if (id.endsWith("EXAMPLE") || !looksRandom(id.slice(4))) return undefined;
  const from = index + id.length;
  for (const hit of input.slice(from, from + NEAR).matchAll(SECRET_NEAR)) {
    if (!isSecret(hit[0])) continue;
    const span = { start: from + hit.index, end: from + hit.index + SECRET_LENGTH };
    return {
      ...matchOf(span, "An AWS secret access key stands beside its id"),
      confidence: "high",
    };
  }
  return undefined;
}

function exampleId(): string {
  return `AKIA${exampleChars(61)(16, BASE32)}`;
}

export default {
  id: "aws-secret-key",
  family: "secrets",
  title: "AWS secret access key in a file",
  why: "With its id it opens everything that its owner may do in the account, from anywhere.",
  fix: "Deactivate the key, and use a role or a profile outside the repository.",
  limits:
    "The secret has no mark of its own: without a name that says what it is, it is seen only " +
    "within a few lines after its access key id.",
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
      {
        keywords: [
          "secret_key",
          "secret-key",
          "secretkey",
          "access_key",
          "access-key",
          "accesskey",
        ],
        expression: NAMED,
        where: whereNamed,
      },
      {
        keywords: ["session_token", "session-token", "sessiontoken"],
        expression: SESSION,
        where: whereSession,
      },
      { keywords: ["akia", "asia"], expression: KEY_ID, where: wherePaired },
    ],
  },
  bad: [
    {
      file: "deploy.sh",
      code: () => `export AWS_SECRET_ACCESS_KEY=${exampleChars(62)(40, BASE64)}\n`,
      note: "Under its own name",
    },
    {
      file: "s3.py",
      code: () => `session = Session("${exampleId()}",\n    "${exampleChars(63)(40, BASE64)}")\n`,
      note: "Beside its id",
    },
  ],
  good: [
    {
      file: "credentials.ini",
      code: () =>
        `[default]\naws_access_key_id = ${
          "AKIA" + "IOSFODNN7" + "EXAMPLE"
        }\naws_secret_access_key = ${"wJalrXUtnFEMI/K7MDENG" + "/bPxRfiCY" + "EXAMPLEKEY"}\n`,
      note: "The pair that documentation shows",
    },
    {
      file: "s3.ts",
      code: () =>
        `const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY;\nconst commit = "${
          exampleChars(64)(40, "0123456789abcdef")
        }";\n`,
      note: "Read from the environment; the hash of a commit",
    },
  ],
} satisfies Rule<SyntaxTree>;
