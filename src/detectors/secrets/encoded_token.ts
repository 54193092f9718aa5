import { Buffer } from "node:buffer";
import type { Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import {
  BASE64_STARTS,
  type EncodedSecret,
  encodedSecret,
  HEX_RUN,
  hexSecret,
} from "./encoded_secret.ts";
import { exampleChars } from "./token_checks.ts";
import { TOKEN_FORMATS } from "./token_formats.ts";

function matchOf(index: number, found: EncodedSecret | undefined): Match | undefined {
  if (!found) return undefined;
  const span = { start: index, end: index + found.length };
  return {
    span,
    message: `Encoded text in the file stands for a secret: ${found.name}`,
    secret: span,
    fingerprint: "whole",
  };
}

function exampleToken(encoding: "base64" | "hex"): string {
  const format = TOKEN_FORMATS.find(({ name }) => name === "GitHub token")!;
  return Buffer.from(format.example(exampleChars(71))).toString(encoding);
}

export default {
  id: "encoded-token",
  family: "secrets",
  title: "Encoded token in a file",
  why:
    "An encoding hides a token from people and from simple searches, not from whoever looks for " +
    "one; it may have been put there to pass a review.",
  fix: "Revoke the token at its provider, then read it from the environment or a secret store.",
  limits: "Sees one layer of base64 or hexadecimal digits around a token of a known format or a " +
    "private key, not compression, encryption or a second layer.",
  severity: "high",
  confidence: "high",
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
        // Digits and capitals that base64 of any token has; the search itself is the test.
        keywords: ["z", "y", "x", "c", "d", "l"],
        expression: BASE64_STARTS,
        where: ({ index, input }): Match | undefined => matchOf(index, encodedSecret(input, index)),
      },
      {
        keywords: ["5f", "2d", "2e", "41", "3d"],
        expression: HEX_RUN,
        where: (hit): Match | undefined => matchOf(hit.index, hexSecret(hit[0])),
      },
    ],
  },
  bad: [
    {
      file: "secret.yaml",
      code: () => `kind: Secret\ndata:\n  github: ${exampleToken("base64")}\n`,
      note: "A secret of Kubernetes, which is encoded and not encrypted",
    },
    {
      file: "client.js",
      code: () => `const t = Buffer.from("${exampleToken("hex")}", "hex").toString();\n`,
      note: "A token hidden in hexadecimal digits",
    },
  ],
  good: [
    {
      file: "secret.yaml",
      code: () =>
        `kind: Secret\ndata:\n  github: ${
          Buffer.from(`ghp_${"x".repeat(36)}`).toString("base64")
        }\n`,
      note: "A placeholder, encoded",
    },
    {
      file: "icon.ts",
      code: () =>
        `export const icon = "data:image/png;base64,iVBORw0KGgo${exampleChars(72)(400)}";\n`,
      note: "An image",
    },
  ],
} satisfies Rule<SyntaxTree>;
