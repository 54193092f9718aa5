import { type Located, type Match, partOf, type Rule, type ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine } from "./command_line.ts";
import { environmentOf } from "./environment.ts";
import { EXTRA_INDEX, isIndexOption } from "./index_options.ts";

const EXTRA_VARIABLE = /^(?:PIP|UV)_(?:EXTRA_INDEX_URL|FIND_LINKS)$/;
const ONE_VARIABLE =
  /^(?:(?:PIP|UV)_(?:INDEX_URL|DEFAULT_INDEX|INDEX)|npm_config_registry|NPM_CONFIG_REGISTRY|GOPROXY)$/;
const INSTALLERS = /^(?:npx|npm|pnpm|pnpx|yarn|bunx|bun|uvx|uv|pipx|pip)$/;

interface Source {
  readonly address: Located<string>;
  readonly isExtra: boolean;
}

function where(server: ServerDef): Match[] {
  const line = commandLine(server);
  const given = line.commands.filter(({ name }) => INSTALLERS.test(name)).flatMap(optionsOf);
  const variables = environmentOf(server, line).flatMap(({ name, value }): Source[] => {
    const isExtra = EXTRA_VARIABLE.test(name);
    return isExtra || ONE_VARIABLE.test(name) ? [{ address: value, isExtra }] : [];
  });
  return [...given, ...variables].flatMap((source) => judge(source, server.name.value) ?? []);
}

function optionsOf({ args }: Command): Source[] {
  return args.flatMap((arg, i) => {
    const equals = arg.value.indexOf("=");
    const option = equals < 0 ? arg.value : arg.value.slice(0, equals);
    if (!isIndexOption(option)) return [];
    const isExtra = EXTRA_INDEX.test(option);
    const address = equals < 0
      ? args[i + 1]
      : partOf(arg, { start: equals + 1, end: arg.value.length });
    return address ? [{ address, isExtra }] : [];
  });
}

function judge({ address, isExtra }: Source, server: string): Match | undefined {
  const text = address.value.trim();
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname } = new URL(text);
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)) return undefined;
  const about = { span: address.span, identity: server };
  if (protocol === "http:") {
    return {
      ...about,
      message: `Packages of server "${server}" come over plain HTTP from "${hostname}"`,
      severity: "high",
    };
  }
  return isExtra && protocol === "https:"
    ? { ...about, message: `Packages of server "${server}" may come from "${hostname}" too` }
    : undefined;
}

export default {
  id: "config-package-index",
  family: "mcp-config",
  title: "Server whose packages come from a doubtful place",
  why:
    "Of two indexes the one with the higher version wins, so a public package with the name of " +
    "a private one is run in its place; over plain HTTP anyone on the way can answer.",
  fix: "Name one index, over https, for all packages.",
  limits:
    "Reads options and variables of the server; the installer's own configuration files are " +
    "not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-829", "CWE-494"],
  owasp: ["MCP04:2025", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration", "supply-chain"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "uvx", "args": ["--extra-index-url", "https://packages.example/simple", "notes-mcp==1.2.3"]
} } }
`,
      note: "A second index",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "npx", "args": ["-y", "notes-mcp@1.2.3"],
  "env": { "NPM_CONFIG_REGISTRY": "http://packages.example" }
} } }
`,
      note: "Over plain HTTP, by a variable",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "uvx", "args": ["--index-url", "https://packages.example/simple", "notes-mcp==1.2.3"]
} } }
`,
      note: "One index",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "npx", "args": ["--registry=http://localhost:4873", "-y", "notes-mcp@1.2.3"]
} } }
`,
      note: "A registry of this machine",
    },
  ],
} satisfies Rule<SyntaxTree>;
