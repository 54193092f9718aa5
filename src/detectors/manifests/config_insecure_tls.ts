import {
  type Located,
  type Match,
  nameWords,
  partOf,
  type Rule,
  type ServerDef,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { commandLine } from "./command_line.ts";
import { environmentOf } from "./environment.ts";

const ABOUT_TLS = /^(?:ssl|tls|cert|certs|certificate|certificates|unauthorized|https|insecure)$/;
const CHECKS = /^(?:verify|verification|validate|validation|check|reject|strict)$/;
const WITHOUT = /^(?:no|not|skip|disable|disabled|ignore|insecure|allow|accept|without|bypass)$/;
const OFF = /^(?:0|false|no|off|none)$/i;
const ON = /^(?:1|true|yes|on)$/i;

/** Words that are joined in names that everybody knows. */
const JOINED: Readonly<Record<string, readonly string[]>> = {
  pythonhttpsverify: ["https", "verify"],
  sslverify: ["ssl", "verify"],
  verifyssl: ["ssl", "verify"],
  tlsverify: ["tls", "verify"],
};

/** To SSH any host is then the right one. */
const UNKNOWN_HOSTS = /(?:^|[\s"'])(?:-o\s{0,2})?StrictHostKeyChecking[= ](?:no|off)\b/i;

interface Setting {
  readonly name: string;
  /** `undefined`: a switch that is only named. */
  readonly value?: string;
  readonly at: Located<string>;
}

function where(server: ServerDef): Match[] {
  const line = commandLine(server);
  const variables = environmentOf(server, line)
    .map(({ name, value }): Setting => ({ name, value: value.value, at: value }));
  const settings = Object.entries(server.settings).flatMap(([key, [value]]): Setting[] => {
    if (!value) return [];
    const name = key.slice(key.lastIndexOf(".") + 1);
    return [{ name: name === "verify" ? "tlsverify" : name, value: value.value, at: value }];
  });
  const found = [...variables, ...settings, ...server.args.flatMap(optionsOf)].filter(turnsOff);
  const hosts = [...server.args, ...variables.map(({ at }) => at)]
    .filter(({ value }) => UNKNOWN_HOSTS.test(value))
    .map((at) => ({ name: "StrictHostKeyChecking", at }));
  return [...found, ...hosts].map(({ name, at }) => ({
    span: at.span,
    identity: server.name.value,
    message: hosts.some((host) => host.at === at)
      ? `Server "${server.name.value}" does not check which host it reaches ("${name}")`
      : `Server "${server.name.value}" does not check certificates ("${name}")`,
  }));
}

function optionsOf(arg: Located<string>, at: number, args: readonly Located<string>[]): Setting[] {
  const [, name, assigned] = /^--([A-Za-z][\w-]{1,60})(=.{0,20})?$/.exec(arg.value) ?? [];
  if (name === undefined) return [];
  if (assigned !== undefined) {
    const value = partOf(arg, { start: name.length + 3, end: arg.value.length });
    return [{ name, value: value.value, at: arg }];
  }
  const next = args[at + 1]?.value ?? "";
  return [{ name, ...((OFF.test(next) || ON.test(next)) && { value: next }), at: arg }];
}

function turnsOff({ name, value }: Setting): boolean {
  const words = nameWords(name).flatMap((word) =>
    Object.hasOwn(JOINED, word) ? JOINED[word]! : [word]
  );
  if (!words.some((word) => ABOUT_TLS.test(word))) return false;
  const negated = words.some((word) => WITHOUT.test(word));
  if (negated) {
    const names = words.some((word) =>
      CHECKS.test(word) || /^(?:insecure|unauthorized)$/.test(word)
    ) ||
      /certificate.?errors$|^no.?check.?certificate$/i.test(name);
    return names && (value === undefined || ON.test(value));
  }
  return words.some((word) => CHECKS.test(word)) && value !== undefined && OFF.test(value);
}

export default {
  id: "config-insecure-tls",
  family: "mcp-config",
  title: "Certificate checks switched off",
  why: "Anyone on the way can then pose as the other side: read the tokens that the server " +
    "sends, and answer in its place with text that steers the model.",
  fix: "Remove the switch; for a private authority, name its certificate (NODE_EXTRA_CA_CERTS, " +
    "SSL_CERT_FILE).",
  limits: "Knows switches by the words of their names; short ones, such as -k, are left alone.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-295"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration", "network"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "ssh", "args": ["-o", "StrictHostKeyChecking=no", "me@notes.example", "notes-mcp"]
} } }
`,
      note: "Any host that answers, over SSH",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "env": { "NODE_TLS_REJECT_UNAUTHORIZED": "0" } },
  "b": { "command": "notes-mcp", "env": { "PYTHONHTTPSVERIFY": 0 } }
} }
`,
      note: "Variables of Node and Python",
    },
    {
      file: ".mcp.json",
      code:
        `{ "mcpServers": { "a": { "command": "notes-mcp", "args": ["--insecure-skip-tls-verify"] } } }
`,
      note: "An option",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "a": { "url": "https://mcp.example", "verifySsl": false } } }
`,
      note: "A setting of the client",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "env": {
    "NODE_TLS_REJECT_UNAUTHORIZED": "1", "NODE_EXTRA_CA_CERTS": "/etc/ca.pem", "SSL_VERIFY": "true"
  } }
} }
`,
      note: "Checks left on, with an authority of one's own",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "args": ["--verify-ssl", "--no-cache", "--skip-checks=false"] },
  "b": { "url": "https://mcp.example", "verify": true, "disabled": false }
} }
`,
      note: "Other switches",
    },
  ],
} satisfies Rule<SyntaxTree>;
