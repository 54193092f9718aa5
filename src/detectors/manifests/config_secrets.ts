// Credentials that stand in a configuration, one rule for each place, since who else sees them
// differs with the place. Which values are credentials was decided when the file was read.

import type {
  Credential,
  CredentialPlace,
  Example,
  Match,
  Rule,
  RuleInfo,
  ServerDef,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { exampleChars } from "../secrets/token_checks.ts";

interface Place {
  readonly id: string;
  readonly places: readonly CredentialPlace[];
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly cwe: RuleInfo["cwe"];
  readonly describe: (credential: Credential) => string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** A generated key, rather than a word that somebody chose. */
const MIN_GENERATED = 16;

function isGenerated(value: string): boolean {
  return value.length >= MIN_GENERATED && /\d/.test(value) && /[A-Za-z]/.test(value);
}

function ruleOf({ places, describe, cwe, ...texts }: Place): Rule<SyntaxTree> {
  const where = (server: ServerDef): Match[] =>
    server.credentials
      .filter(({ place }) => places.includes(place))
      .map((credential) => ({
        span: credential.value.span,
        identity: `${server.name.value} ${credential.name}`,
        message: `Server "${server.name.value}" has a credential ${describe(credential)}`,
        secret: credential.value.span,
        fingerprint: isGenerated(credential.value.value) ? "whole" : "redacted",
        ...(!isGenerated(credential.value.value) && {
          severity: "medium" as const,
          confidence: "medium" as const,
        }),
      }));
  return {
    ...texts,
    family: "mcp-config",
    limits: "Goes by names, and leaves out what looks like a reference or a placeholder; a " +
      "credential under a name that says nothing is not seen.",
    severity: "high",
    confidence: "high",
    cwe,
    owasp: ["MCP01:2025", "LLM02:2026", "LLM02:2025", "ASI03:2026"],
    atlas: ["AML.T0055", "AML.T0083"],
    since: "0.1.0",
    tags: ["configuration", "credentials"],
    matcher: { kind: "manifest", where },
  };
}

/** A made-up key without any provider's form. */
function key(seed: number): string {
  return exampleChars(seed)(32);
}

const PLACES: readonly Place[] = [
  {
    id: "config-secret-in-arguments",
    places: ["argument"],
    title: "Credential in the arguments of a server",
    why: "Every user and program of the machine can read arguments in the list of processes, and " +
      "logs keep them, besides whoever gets the configuration file.",
    fix: "Let the server read it from its environment, filled in by the client: ${env:API_KEY}.",
    cwe: ["CWE-214", "CWE-522"],
    describe: ({ name }) => `in its arguments ("${name}")`,
    bad: [
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "args": ["--verbose", "--api-key", "${key(11)}"]
} } }
`,
        note: "After its option",
      },
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "mcp-bridge",
  "args": ["https://mcp.example", "--header", "Authorization: Bearer ${key(12)}"]
} } }
`,
        note: "A header for a bridge",
      },
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "docker", "args": ["run", "-i", "-e", "NOTES_TOKEN=${key(13)}", "acme/notes:1.4.2"]
} } }
`,
        note: "A variable of a container",
      },
    ],
    good: [
      {
        file: ".mcp.json",
        code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "args": ["--api-key", "\${env:NOTES_KEY}", "--token=<token>"] },
  "b": { "command": "docker", "args": ["run", "-i", "-e", "NOTES_TOKEN", "acme/notes:1.4.2"] }
} }
`,
        note: "References, and a variable that is passed on",
      },
      {
        file: ".mcp.json",
        code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "args": ["--api-key", "YOUR_API_KEY", "--max-tokens", "4096"] },
  "b": { "command": "notes-mcp", "args": ["--private-key", "/home/me/.notes/key.pem"] }
} }
`,
        note: "A placeholder, a number, a file",
      },
    ],
  },
  {
    id: "config-secret-in-env",
    places: ["env"],
    title: "Credential in the environment of a server",
    why: "Configurations are committed, synchronised and pasted into issues; whoever gets the " +
      "file gets the account.",
    fix: "Refer to it: ${input:api-key} in VS Code, ${API_KEY} or an envFile elsewhere.",
    cwe: ["CWE-312", "CWE-522"],
    describe: ({ name }) => `in variable "${name}"`,
    bad: [
      {
        file: "claude_desktop_config.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "env": { "LOG": "debug", "NOTES_API_KEY": "${key(21)}" }
} } }
`,
        note: "A key",
      },
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "notes-mcp",
  "env": { "DATABASE_URL": "postgres://notes:${key(22)}@db.example/notes" }
} } }
`,
        note: "A password inside a URL",
      },
    ],
    good: [
      {
        file: "mcp.json",
        code: `{
  "inputs": [{ "id": "key", "type": "promptString", "password": true }],
  "servers": { "notes": {
    "command": "notes-mcp",
    "env": { "NOTES_API_KEY": "\${input:key}", "NOTES_TOKEN": "", "TOKEN": "\${env:TOKEN}" }
  } }
}
`,
        note: "Asked for by the client",
      },
      {
        file: ".mcp.json",
        code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp",
  "env": {
    "NOTES_API_KEY": "<your key>", "NOTES_SECRET_NAME": "prod/notes", "MAX_TOKENS": "100000",
    "TOKEN_URL": "https://id.example/token", "APP_CREDENTIALS": "/home/me/notes.json",
    "NOTES_PASSWORD": "xxxxxxxx"
  }
} } }
`,
        note: "Placeholders, and what is about a secret and none",
      },
    ],
  },
  {
    id: "config-secret-in-headers",
    places: ["header", "setting"],
    title: "Credential in the headers or sign-in of a server",
    why: "Configurations are committed, synchronised and pasted into issues; whoever gets the " +
      "file can call the remote server as this user.",
    fix: "Sign in with OAuth, or refer to it: Bearer ${input:token}, Bearer ${env:TOKEN}.",
    cwe: ["CWE-312", "CWE-522"],
    describe: ({ place, name }) => place === "header" ? `in header "${name}"` : `in "${name}"`,
    bad: [
      {
        file: "mcp.json",
        code: () =>
          `{ "servers": { "notes": {
  "type": "http", "url": "https://mcp.example",
  "headers": { "Authorization": "Bearer ${key(31)}" }
} } }
`,
        note: "A bearer token",
      },
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "url": "https://mcp.example", "auth": { "CLIENT_ID": "notes", "CLIENT_SECRET": "${key(32)}" }
} } }
`,
        note: "The secret of a client",
      },
    ],
    good: [
      {
        file: "mcp.json",
        code: `{ "servers": { "notes": {
  "type": "http", "url": "https://mcp.example",
  "headers": { "Authorization": "Bearer \${input:token}", "X-Api-Key": "\${env:NOTES_KEY}" }
} } }
`,
        note: "References",
      },
      {
        file: ".mcp.json",
        code: `{ "mcpServers": { "notes": {
  "url": "https://mcp.example",
  "headers": { "Authorization": "Bearer YOUR_TOKEN", "Accept": "text/event-stream" },
  "oauth": { "clientId": "0a1b2c3d4e5f", "scopes": ["read"] }
} } }
`,
        note: "A placeholder, and what is no secret",
      },
    ],
  },
  {
    id: "config-secret-in-url",
    places: ["url"],
    title: "Credential in the URL of a server",
    why: "URLs are kept in the logs of proxies and servers, in histories and error messages; " +
      "besides, whoever gets the configuration file gets the account.",
    fix: "Send it in a header, filled in by the client: Bearer ${env:TOKEN}.",
    cwe: ["CWE-598", "CWE-522"],
    describe: ({ name }) => `in a URL ("${name}")`,
    bad: [
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": { "url": "https://mcp.example/sse?user=me&api_key=${
            key(41)
          }" } } }
`,
        note: "A parameter",
      },
      {
        file: ".mcp.json",
        code: () =>
          `{ "mcpServers": { "notes": {
  "command": "mcp-bridge", "args": ["https://notes:${key(42)}@mcp.example/sse"]
} } }
`,
        note: "A password, in an argument",
      },
    ],
    good: [
      {
        file: ".mcp.json",
        code: `{ "mcpServers": {
  "a": { "url": "https://mcp.example/sse?api_key=\${NOTES_KEY}&page_token=2" },
  "b": { "url": "https://user:password@mcp.example/sse" }
} }
`,
        note: "A reference, and what documentation writes",
      },
      {
        file: ".mcp.json",
        code: `{ "mcpServers": {
  "a": { "url": "https://me@mcp.example/@scope/notes:1?key=name&tokens=20" }
} }
`,
        note: "A user's name, and parameters that only sound like it",
      },
    ],
  },
];

export const CONFIG_SECRET_RULES: readonly Rule<SyntaxTree>[] = PLACES.map(ruleOf);
