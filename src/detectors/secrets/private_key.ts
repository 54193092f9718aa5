import { Buffer } from "node:buffer";
import type { Match, Rule, Span, TextSource } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { BASE64 } from "./token_format.ts";
import { exampleChars, looksRandom } from "./token_checks.ts";

/** A PEM of 8,192 bits takes 6,400 characters; with two sets of line ends and quotes around. */
const MAX_BLOCK = 16 * 1024;
/** An Ed25519 key takes 64 characters in PKCS #8. */
const FEWEST_CHARACTERS = 60;

const HEADER = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
/** What stands between the lines of a key that is a string literal, or several joined. */
const BETWEEN_LINES = /\\{1,4}[nrt]|[\s"'`+,\\|*#>]/g;
/** `Proc-Type: 4,ENCRYPTED`, `Version: …`: up to the line's end, escaped or not. */
const PEM_HEADER = /(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset): [^\n\\]{0,120}/g;
/** The CRC-24 that ends OpenPGP's armor. */
const ARMOR_CHECKSUM = /=[A-Za-z0-9+/]{4}$/;

function wherePem(hit: RegExpExecArray, { text }: TextSource): Match | undefined {
  const start = hit.index + hit[0].length;
  const length = text.slice(start, start + MAX_BLOCK).indexOf("-----");
  if (length < 0) return undefined;
  const block = text.slice(start, start + length);
  const body = block.replace(PEM_HEADER, "").replace(BETWEEN_LINES, "");
  if (!isKeyBody(body.replace(ARMOR_CHECKSUM, ""))) return undefined;
  const secret = { start, end: start + length };
  const span = { start: hit.index, end: start };
  return isEncrypted(hit[0], { block, body }) ? encrypted(span, secret) : plain(span, secret);
}

/** Base64 from end to end; code between two quoted header lines is not. */
function isKeyBody(body: string): boolean {
  return body.length >= FEWEST_CHARACTERS && /^[A-Za-z0-9+/]+={0,2}$/.test(body) &&
    looksRandom(body.slice(0, MAX_BLOCK));
}

const OPENSSH_MAGIC = "openssh-key-v1\0";
/** After the magic: the length of the cipher's name, in four bytes, and the name. */
const NO_CIPHER = "\0\0\0\x04none";

function isEncrypted(header: string, { block, body }: { block: string; body: string }): boolean {
  if (header.includes("ENCRYPTED") || block.includes("ENCRYPTED")) return true;
  const bytes = Buffer.from(body.slice(0, 64), "base64").toString("latin1");
  return bytes.startsWith(OPENSSH_MAGIC) && !bytes.startsWith(OPENSSH_MAGIC + NO_CIPHER);
}

function plain(span: Span, secret: Span): Match {
  return { span, message: "A private key stands in the file", secret, fingerprint: "redacted" };
}

function encrypted(span: Span, secret: Span): Match {
  return {
    ...plain(span, secret),
    message: "A private key, encrypted with a passphrase, stands in the file",
    severity: "medium",
  };
}

const PUTTY_PRIVATE = /\nPrivate-Lines: \d{1,3}\r?\n((?:[A-Za-z0-9+/=]{1,64}\r?\n){1,200})/;

function wherePutty(hit: RegExpExecArray, { text }: TextSource): Match | undefined {
  const file = text.slice(hit.index, hit.index + MAX_BLOCK);
  const found = PUTTY_PRIVATE.exec(file);
  if (!found) return undefined;
  const end = hit.index + found.index + found[0].length;
  const secret = { start: end - found[1]!.length, end };
  const span = { start: hit.index, end: hit.index + hit[0].length };
  return /\nEncryption: none\b/.test(file) ? plain(span, secret) : encrypted(span, secret);
}

/** Units around a key's private part in which its type stands. */
const JWK_SIZE = 4096;

function whereJwk(hit: RegExpExecArray, { text }: TextSource): Match | undefined {
  const around = text.slice(Math.max(0, hit.index - JWK_SIZE), hit.index + JWK_SIZE);
  if (!/"kty"\s{0,4}:\s{0,4}"(?:RSA|EC|OKP)"/.test(around)) return undefined;
  if (!looksRandom(hit[1]!)) return undefined;
  const end = hit.index + hit[0].length - 1;
  return plain({ start: hit.index, end: hit.index + 3 }, { start: end - hit[1]!.length, end });
}

function exampleBody(lines: number, end: string): string {
  const chars = exampleChars(lines);
  return Array.from({ length: lines }, () => chars(64, BASE64)).join(end);
}

/** Put together here, so that no header stands in this source. */
const RSA = ["RSA ", "PRIVATE", " KEY-----"].join("");

export default {
  id: "private-key",
  family: "secrets",
  title: "Private key in a file",
  why:
    "Whoever reads the file can log in, sign or decrypt as the key's owner, and nobody notices; " +
    "the key stays valid until it is replaced everywhere.",
  fix:
    "Replace the key, and load the new one from a file outside the repository or a secret store.",
  limits:
    "Reads PEM, OpenSSH, OpenPGP and PuTTY keys and JSON Web Keys in files of the kinds that " +
    "are scanned; a key in DER or another binary form is not seen, and a key made for tests looks " +
    "like any other.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-321", "CWE-312"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["secrets"],
  matcher: {
    kind: "text",
    files: "all",
    patterns: [
      { keywords: ["private key"], expression: HEADER, where: wherePem },
      {
        keywords: ["putty-user-key-file"],
        expression: /PuTTY-User-Key-File-[23]: [a-z0-9-]{3,32}/g,
        where: wherePutty,
      },
      {
        keywords: ['"kty"'],
        expression: /"d"\s{0,4}:\s{0,4}"([A-Za-z0-9_-]{40,700})"/g,
        where: whereJwk,
      },
    ],
  },
  bad: [
    {
      file: "sign.py",
      code: () => `KEY = """-----BEGIN ${RSA}\n${exampleBody(12, "\n")}\n-----END ${RSA}\n"""\n`,
      note: "A PEM block in a string",
    },
    {
      file: "service-account.json",
      code: () =>
        `{ "private_key": "-----BEGIN ${RSA.slice(4)}\\n${exampleBody(8, "\\n")}\\n-----END ${
          RSA.slice(4)
        }\\n" }\n`,
      note: "On one line of JSON, its line ends escaped",
    },
    {
      file: "keys.json",
      code: () => `{ "keys": [{ "kty": "EC", "crv": "P-256", "d": "${exampleChars(5)(43)}" }] }\n`,
      note: "The private part of a JSON Web Key",
    },
  ],
  good: [
    {
      file: "verify.ts",
      code: () =>
        `const key = "-----BEGIN PUBLIC KEY-----\\n${
          exampleBody(6, "\\n")
        }\\n-----END PUBLIC KEY-----";\n`,
      note: "A public key",
    },
    {
      file: "config.yaml",
      code:
        `key: |\n  -----BEGIN PRIVATE KEY-----\n  <your key here>\n  -----END PRIVATE KEY-----\n`,
      note: "A placeholder",
    },
    {
      file: "pem.py",
      code:
        `def is_key(text):\n    head = "-----BEGIN PRIVATE KEY-----"\n    tail = "-----END PRIVATE KEY-----"\n    return text.startswith(head) and text.endswith(tail)\n`,
      note: "Code that recognises keys",
    },
  ],
} satisfies Rule<SyntaxTree>;
