import { Buffer } from "node:buffer";
import {
  type FileKind,
  isLanguage,
  type Match,
  type Rule,
  type Span,
  type TextSource,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Assignment, KEY_ASSIGNMENTS } from "./assignments.ts";
import { encodedSecret } from "./encoded_secret.ts";
import { namedFormat } from "./named_formats.ts";
import { isPlaceholder } from "./placeholders.ts";
import { entropyOf, exampleChars, looksRandom } from "./token_checks.ts";
import { findToken } from "./token_search.ts";

const FEWEST_CHARACTERS = 16;

/** Of the many things called a key, those that open something. */
const KEY_NAME =
  /(?:api|secret|access|private|signing|encryption|master|account|subscription|auth|admin|service|shared|function|integration|ingest|write|deploy|client|app)[_.-]?key(?:$|[_-]?[a-z0-9]{1,12}$)/i;
/** Of the many things called a token or secret, those that open nothing. */
const HARMLESS =
  /(?:next|prev|page|pagination|continuation|continue|resume|sync|csrf|xsrf|max|min|stop|eos|bos|pad|unk|mask|cls|sep|special|public|publishable|site|idempotency|cancel|cancellation|cursor|scroll|request|design|color|theme|delta|watermark)[_-]?(?:token|secret|key)/i;
/** Told by a rule of its own. */
const AWS_NAME = /aws|secret_?access_?key/i;

function namesSecret(name: string): boolean {
  if (HARMLESS.test(name) || AWS_NAME.test(name)) return false;
  return /token|secret/i.test(name) || KEY_NAME.test(name);
}

/** Bits per character: 16 random hexadecimal digits have 3.2 on average, 20 of base 62 have 4. */
const HEX_ENTROPY = 3;
const ENTROPY = 3.4;
/** Fewer are enough in a name with a number or a date in it. */
const FEWEST_CHANGES = 3;
const FEWEST_DIGITS = 2;
/** A random part is no shorter. */
const PART_LENGTH = 10;

/** A class, a count or an escape of a regular expression. */
const EXPRESSION = /[[\]\\]|\{\d/;

/** True for text that a generator made, of letters and digits in disorder. */
function looksGenerated(value: string): boolean {
  if (value.length < FEWEST_CHARACTERS || isPlaceholder(value) || !looksRandom(value)) return false;
  if (EXPRESSION.test(value) || isReadable(Buffer.from(value, "base64").toString("latin1"))) {
    return false;
  }
  const digits = value.replace(/\D/g, "").length;
  const changes = value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  if (digits < FEWEST_DIGITS || changes < FEWEST_CHANGES) return false;
  if (!value.split(/[-_.:/+=]/).some((part) => part.length >= PART_LENGTH && /\d/.test(part))) {
    return false;
  }
  return entropyOf(value) >= (/^(?:0x)?[0-9a-f]{1,200}$/i.test(value) ? HEX_ENTROPY : ENTROPY);
}

/** Base64 of words: random bytes are hardly ever all printable. */
function isReadable(decoded: string): boolean {
  return decoded.length > 0 && /^[\t\n\r -~]{1,400}$/.test(decoded);
}

/** Longer keys of one alphabet are hardly ever anything else. */
const CERTAIN_LENGTH = 32;

/** What signs tokens and sessions: known, it is worth as much when it is made of words. */
const SIGNING_NAME =
  /(?:^|[^a-z])(?:jwt|session|cookie|signing|auth|token|csrf|hmac|webhook)[_.-]?secret(?:[_-]?key)?$|^(?:app\.)?secret_key$/i;

/** A text of words that is meant to be secret: no name of a variable or of an entry in a store. */
function isSigningSecret({ name, value }: Assignment): boolean {
  if (!SIGNING_NAME.test(name) || isPlaceholder(value)) return false;
  return !/^[A-Z0-9_]{1,200}$|[.:/(]/.test(value) && plainName(value) !== plainName(name);
}

function plainName(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function whereAssigned(assignment: Assignment | undefined, kind: FileKind): Match | undefined {
  if (!assignment || !namesSecret(assignment.name)) return undefined;
  const { name, value, span } = assignment;
  if (isLanguage(kind) && isSigningSecret(assignment) && !isTold(value)) {
    return { ...matchOf(value, span), message: "A secret that signs tokens stands in the code" };
  }
  if (!looksGenerated(value) || isTold(value) || namedFormat(name, value)) return undefined;
  return matchOf(value, span);
}

/** Keys that their providers mean to be seen: of PostHog, Stripe, Clerk, Mapbox, Supabase. */
const PUBLIC = /^(?:phc_|pk_|pk\.|sb_publishable_|pub)/;

/** By a rule that knows what it is, or by the key itself as public. */
function isTold(value: string): boolean {
  return value.startsWith("eyJ") || PUBLIC.test(value) || findToken(value) !== undefined ||
    encodedSecret(value, 0) !== undefined;
}

function matchOf(value: string, span: Span): Match {
  return {
    span,
    message: "A generated key or token stands in the file",
    confidence: value.length >= CERTAIN_LENGTH ? "medium" : "low",
    secret: span,
    fingerprint: "whole",
  };
}

const HEADER =
  /authorization["'\]\\]{0,4}\s{0,4}(?:=>|[:=,])\s{0,4}\\{0,3}["'`]?(bearer|basic|token|apikey)\s([A-Za-z0-9+/=_.~-]{12,300})/gi;

function whereHeader(hit: RegExpExecArray): Match | undefined {
  const [all, scheme = "", value = ""] = hit;
  const end = hit.index + all.length;
  const span = { start: end - value.length, end };
  if (isTold(value)) return undefined;
  const found = scheme.toLowerCase() === "basic" ? isBasic(value) : looksGenerated(value);
  return found ? matchOf(value, span) : undefined;
}

/** User, colon and a password that is not what documentation writes. */
function isBasic(value: string): boolean {
  const pair = Buffer.from(value, "base64").toString("utf8");
  const [, user = "", password = ""] = /^([^:\s]{1,80}):(\S{6,200})$/.exec(pair) ?? [];
  return password !== "" && user !== password && !/pass|secret|open sesame/i.test(password) &&
    !isPlaceholder(password) && !findToken(password);
}

export default {
  id: "hardcoded-api-key",
  family: "secrets",
  title: "Key or token written into a file",
  why: "Whoever can read the file, its history or a published package can act as the key's owner.",
  fix: "Revoke the key, then read it from the environment or a secret store.",
  limits: "Judges by name and by randomness: a short key, one of words, or one under a name that " +
    "does not say key, token or secret is not seen, and a random value that opens nothing is " +
    "reported.",
  severity: "medium",
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
      ...KEY_ASSIGNMENTS.map(({ assignment, ...search }) => ({
        ...search,
        where: (hit: RegExpExecArray, file: TextSource): Match | undefined =>
          whereAssigned(assignment(hit, file), file.kind),
      })),
      { keywords: ["authorization"], expression: HEADER, where: whereHeader },
    ],
  },
  bad: [
    {
      file: "server.ts",
      code: () => `const client = new Crm({ apiKey: "${exampleChars(41)(32)}" });\n`,
      note: "A key in code",
    },
    {
      file: "settings.py",
      code: () => `TOKEN = os.environ.get("CRM_TOKEN", "${exampleChars(42)(40)}")\n`,
      note: "A key as the default of a variable",
    },
    {
      file: "deploy.sh",
      code: () =>
        `export WEBHOOK_SECRET=${
          exampleChars(43)(40, "0123456789abcdef")
        }\ncurl -H "Authorization: Bearer ${exampleChars(44)(36)}" https://api.acme-crm.io\n`,
      note: "In a shell script, as a variable and in a header",
    },
    {
      file: "auth.py",
      code: `JWT_SECRET = os.environ.get("JWT_SECRET", "notes-server-signing-words")\n`,
      note: "A secret that signs, of words, as the default of a variable",
    },
  ],
  good: [
    {
      file: "server.ts",
      code:
        `const apiKey = process.env.CRM_API_KEY;\nconst sample = { apiKey: "your-api-key-goes-here-1234" };\n`,
      note: "Read from the environment, and a placeholder",
    },
    {
      file: "deploy.yaml",
      code:
        "token: ${{ secrets.CRM_TOKEN }}\nsecret: {{ .Values.crm.secret }}\nsecretName: crm-api-v2-credentials-2024\n",
      note: "Templates, and the name of a secret",
    },
    {
      file: "list.py",
      code: () =>
        `page = client.list(next_token="${
          exampleChars(45)(40)
        }")\nmodel_key = "gpt-4o-mini-2024-07-18"\n`,
      note: "A token that turns a page, and the name of a model",
    },
    {
      file: "auth.py",
      code:
        `SESSION_SECRET = "SESSION_SECRET_NAME"\njwt_secret = load("jwt_secret")\nSECRET_KEY = "change-this-in-production"\ncookie_secret = "vault:notes/cookie-secret"\n`,
      note: "Names under which a secret is kept, and a placeholder",
    },
  ],
} satisfies Rule<SyntaxTree>;
