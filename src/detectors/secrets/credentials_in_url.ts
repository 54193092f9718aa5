import type { Match, Rule, Severity } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { isCommonPassword, isPlaceholder } from "./placeholders.ts";
import { exampleChars } from "./token_checks.ts";
import { findToken } from "./token_search.ts";

const URL_WITH_PASSWORD =
  /:\/\/([^\s:@/?#"'`<>\\()[\]{},;|]{0,64}):([^\s@/"'`<>\\]{1,128})@([A-Za-z0-9_.-]{1,128})/g;

/** What documentation writes for a password and a host. */
const ANY_PASSWORD =
  /^(?:pass(?:word|wd|wort|phrase)?|pwd|pw|p|secret|token|credentials?|key|api_?key|my_?(?:pass(?:word)?|secret)|some_?pass(?:word)?|(?:db|user|proxy|admin)_?pass(?:word)?|x{1,20}|[A-Z][A-Z_]{2,40})$/;
const ANY_HOST =
  /^(?:host|hostname|server|domain|address|db_?host|ip|my-?(?:host|server|db)|h|HOST)$|(?:^|\.)(?:example|invalid|test)(?:\.[a-z]{2,4})?$|^(?:your|my|some)[-_.]|(?:^|\.)(?:(?:your|my|some)?-?(?:domain|company|host|site|org))\.(?:com|org|net|io)$/i;

/** This machine, or a name that only a container network knows. */
const LOCAL =
  /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|host\.docker\.internal|[A-Za-z0-9_-]{1,63})$/;
const PORT = /^\d{1,5}$/;

function severityOf(user: string, password: string, host: string): Severity | undefined {
  if (PORT.test(password) || ANY_PASSWORD.test(password) || ANY_HOST.test(host)) return undefined;
  const local = LOCAL.test(host);
  const trivial = isCommonPassword(password) || user.includes(password);
  if (local && trivial) return "low";
  if (isPlaceholder(password) || isPlaceholder(host)) return undefined;
  if (trivial || local) return "medium";
  return "high";
}

function where(hit: RegExpExecArray): Match | undefined {
  const [all, user = "", password = "", host = ""] = hit;
  const severity = severityOf(user, password, host);
  // A provider's token is told by its own rule.
  if (severity === undefined || findToken(password)) return undefined;
  const end = hit.index + all.length;
  const passwordEnd = end - host.length - 1;
  return {
    span: { start: hit.index + 3, end },
    message: "A password stands in a URL",
    severity,
    secret: { start: passwordEnd - password.length, end: passwordEnd },
    fingerprint: "redacted",
  };
}

export default {
  id: "credentials-in-url",
  family: "secrets",
  title: "Password in a URL",
  why:
    "Whoever reads the file can log in; and a URL with its password travels on, into logs, error " +
    "messages, process lists and traces that a model may be shown.",
  fix: "Change the password, and put the URL together from the environment or a secret store.",
  limits:
    "A password with an unescaped `/`, `@` or quote is cut there or not seen; whether the host " +
    "can be reached from outside is not known.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-798", "CWE-522"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: {
    kind: "text",
    files: "all",
    patterns: [{ keywords: ["://"], expression: URL_WITH_PASSWORD, where }],
  },
  bad: [
    {
      file: "db.py",
      code: () =>
        `engine = create_engine("postgresql://crm:${exampleChars(31)(14)}@db.acme-crm.io/crm")\n`,
      note: "A database's password",
    },
    {
      file: ".env",
      code: () => `REDIS_URL=redis://:${exampleChars(32)(20)}@cache-7.acme-crm.io:6379/0\n`,
      note: "A password without a user",
    },
    {
      file: "compose.yaml",
      code:
        `services:\n  api:\n    environment:\n      DATABASE_URL: mysql://root:root@db:3306/app\n`,
      note: "The default password of a development database: low",
    },
  ],
  good: [
    {
      file: "db.ts",
      code: "const url = `postgres://${user}:${password}@${host}:5432/crm`;\n",
      note: "Put together from variables",
    },
    {
      file: "settings.toml",
      code:
        `url = "postgres://user:password@localhost:5432/app"\nproxy = "http://bob:pa55w0rd@proxy.example.com"\n`,
      note: "What documentation writes",
    },
    {
      file: "api.go",
      code:
        `package a\n\nconst base = "https://api.acme-crm.io:8443/v1?to=a@b.io"\nconst git = "ssh://git@github.com:22/a/b"\n`,
      note: "A port, an address in a query, and a user without a password",
    },
  ],
} satisfies Rule<SyntaxTree>;
