import type { Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Assignment, bare, bareAssignment, quoted, quotedAssignment } from "./assignments.ts";
import { isCommonPassword, isPlaceholder } from "./placeholders.ts";
import { exampleChars } from "./token_checks.ts";
import { findToken } from "./token_search.ts";

const WORDS = "password|passwd|passphrase|pwd|_pass|dbpass";
/** Anything but white space, quotes and `\`, and beyond ASCII too. */
const VALUE = "[^\\s\"'`\\\\]{8,128}";

/** `auth.password1`, `db_password_2`, `new-password`: names of things, not passwords. */
const IDENTIFIER =
  /^[A-Za-z_$][\w$]{0,60}(?:\.[\w$]{1,60}){1,8}$|^[A-Za-z]{1,40}(?:[_-][A-Za-z0-9]{1,40}){1,8}$/;
/** Selectors, expressions, tags and anchors of YAML, escapes. */
const SYNTAX = /^[#.^*&!|>@/?=(]|\\[dwsbnrtux]|\(\?|[)};,]$|==|=>|\(\)|\)\.|::/;

function isPassword(value: string): boolean {
  if (!/\p{L}/u.test(value)) return false;
  const inner = value.slice(1, -1);
  return /\d/.test(value) || /[!@#$%^&*?~+=]/.test(inner);
}

/** From here on, and with three kinds of characters, it is hardly anything else. */
const CERTAIN_LENGTH = 10;

function kindsOf(value: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(value)).length;
}

function where(assignment: Assignment | undefined, operator: string): Match | undefined {
  // In a list, the word before is one of many.
  if (!assignment || operator === ",") return undefined;
  const { value, span } = assignment;
  const common = isCommonPassword(value);
  if (!common && !isSecret(value)) return undefined;
  if (common && isShown(value)) return undefined;
  return {
    span,
    message: common
      ? "A password that anyone would guess stands in the file"
      : "A password stands in the file",
    ...(common && { severity: "low" }),
    confidence: !common && value.length >= CERTAIN_LENGTH && kindsOf(value) >= 3 ? "medium" : "low",
    secret: span,
    fingerprint: "redacted",
  };
}

/** Of the passwords that anyone would guess, those that stand for any: `password123`. */
function isShown(value: string): boolean {
  return /^(?:pass|secret)/i.test(value) || !(/\d/.test(value) || /^change/i.test(value));
}

function isSecret(value: string): boolean {
  return isPassword(value) && !IDENTIFIER.test(value) && !SYNTAX.test(value) &&
    !/passw|pwd/i.test(value) && !isPlaceholder(value) && !findToken(value);
}

export default {
  id: "hardcoded-password",
  family: "secrets",
  title: "Password written into a file",
  why: "Whoever can read the file, its history or a published package can log in; and people use " +
    "one password in more than one place.",
  fix: "Change the password, then read it from the environment or a secret store.",
  limits: "A password shorter than eight characters, of letters alone, of words joined by `-` or " +
    "`_`, or with white space is not seen; nor is one under a name that does not say password.",
  severity: "medium",
  confidence: "low",
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
        keywords: WORDS.split("|"),
        expression: quoted(WORDS, VALUE),
        where: (hit): Match | undefined => where(quotedAssignment(hit), hit[1]!),
      },
      {
        keywords: WORDS.split("|"),
        expression: bare(WORDS, VALUE),
        where: (hit, file): Match | undefined => where(bareAssignment(hit, file), hit[1]!),
      },
    ],
  },
  bad: [
    {
      file: "db.py",
      code: () => `connect(user="crm", password="Tr0ub${exampleChars(51)(6)}&3")\n`,
      note: "An argument of a call",
    },
    {
      file: "app.yaml",
      code: () => `database:\n  password: Größe-${exampleChars(52)(8)}!\n`,
      note: "Unquoted, with characters beyond ASCII",
    },
    {
      file: "Dockerfile",
      code: `FROM postgres:17\nENV POSTGRES_PASSWORD=changeme\n`,
      note: "A default that stays: low",
    },
  ],
  good: [
    {
      file: "db.py",
      code:
        `password = os.environ["DB_PASSWORD"]\nfield = {"password": "db_password_2"}\nhint = {"password": "Mot-de-passe"}\n`,
      note: "Read from the environment; the name of a field; a label",
    },
    {
      file: "form.ts",
      code:
        `const schema = { password: z.string().min(8), selector: "#password" };\nif (password === "") fail("invalid_password_1");\npage.fill({ password: "input[type=password]" });\n`,
      note: "A schema, a comparison and a selector",
    },
    {
      file: "compose.yaml",
      code:
        "environment:\n  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-}\n  MYSQL_PASSWORD: <your-password-1>\n",
      note: "A variable and a placeholder",
    },
  ],
} satisfies Rule<SyntaxTree>;
