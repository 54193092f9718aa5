import type { ClientConfig, Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { serverPackages } from "../packages/references.ts";
import { abilitiesOf, type Ability } from "./known_servers.ts";

const SAYS: Readonly<Record<Ability, string>> = {
  strangers: "brings in what strangers write",
  private: "reads what is private",
  outward: "speaks to the outside",
};
const ABILITIES = Object.keys(SAYS) as Ability[];
/** `ghcr.io/github/github-mcp-server:v1` is `github/github-mcp-server`. */
const IMAGE = /^(?:[\w.-]{1,100}\.[a-z]{2,10}\/)?((?:mcp|github)\/[\w.-]{1,100})(?:[:@].{0,200})?$/;

interface Held {
  readonly server: ServerDef;
  readonly abilities: ReadonlySet<Ability>;
}

function held(server: ServerDef): Held[] {
  const names = [
    ...serverPackages(server).map(({ name }) => name.value),
    ...server.args.flatMap(({ value }) => IMAGE.exec(value)?.[1] ?? []),
  ];
  const abilities = new Set(names.flatMap((name) => [...abilitiesOf(name)]));
  return abilities.size > 0 ? [{ server, abilities }] : [];
}

/** Servers of one object are started together. */
function where({ servers }: ClientConfig): Match[] {
  const groups = new Map<number, Held[]>();
  for (const each of servers.flatMap(held)) {
    const known = groups.get(each.server.group);
    if (known) known.push(each);
    else groups.set(each.server.group, [each]);
  }
  return [...groups.values()].flatMap(combined);
}

function combined(all: readonly Held[]): Match[] {
  const by = (ability: Ability): Held | undefined =>
    all.find(({ abilities }) => abilities.has(ability));
  const legs = ABILITIES.map((ability) => ({ ability, held: by(ability) }));
  if (legs.some(({ held }) => held === undefined)) return [];
  // One server that has it all is that server's own matter.
  if (all.length < 2 || all.some(({ abilities }) => abilities.size === ABILITIES.length)) return [];
  const last = legs.at(-1)!.held!.server;
  const names = all.map(({ server }) => `"${server.name.value.slice(0, 60)}"`);
  return [{
    span: last.name.span,
    identity: "toxic combination",
    message: `Together, ${names.join(", ")} can carry private data out at a stranger's word`,
    related: legs.map(({ ability, held }) => ({
      span: held!.server.name.span,
      message: `"${held!.server.name.value.slice(0, 60)}" ${SAYS[ability]}`,
    })),
  }];
}

export default {
  id: "toxic-server-combination",
  family: "mcp-config",
  title: "Servers that together can carry private data out",
  why:
    "One server reads what strangers write, one reads what is private, one speaks to the outside. " +
    "A page or an issue can tell the model to read the private data and to send it away, though " +
    "each server alone is fine.",
  fix: "Give the servers to clients of their own, or have the client ask before anything is sent.",
  limits: "Only well-known servers, by the package or image that starts them; what their options " +
    "switch off is not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-200", "CWE-441"],
  owasp: ["MCP10:2025", "MCP02:2025", "LLM03:2026", "ASI02:2026"],
  atlas: ["AML.T0086", "AML.T0051.001"],
  since: "0.1.0",
  tags: ["configuration", "toxic-flow"],
  matcher: { kind: "client", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{
  "mcpServers": {
    "files": {
      "command": "npx",
      "args": ["@modelcontextprotocol/server-filesystem@2026.8.31", "./docs"]
    },
    "web": { "command": "uvx", "args": ["mcp-server-fetch==2026.8.31"] }
  }
}
`,
      note: "A page can ask for a file to be sent to an address",
    },
    {
      file: ".mcp.json",
      code: `{
  "mcpServers": {
    "database": { "command": "uvx", "args": ["postgres-mcp==0.3.0"] },
    "browser": { "command": "npx", "args": ["@playwright/mcp@0.0.41"] }
  }
}
`,
      note: "A site can ask for rows",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{
  "mcpServers": {
    "files": {
      "command": "npx",
      "args": ["@modelcontextprotocol/server-filesystem@2026.8.31", "./docs"]
    },
    "time": { "command": "uvx", "args": ["mcp-server-time==2026.8.31"] }
  }
}
`,
      note: "No stranger, and no way out",
    },
    {
      file: ".mcp.json",
      code: `{
  "mcpServers": {
    "web": { "command": "uvx", "args": ["mcp-server-fetch==2026.8.31"] },
    "time": { "command": "uvx", "args": ["mcp-server-time==2026.8.31"] }
  }
}
`,
      note: "Nothing private",
    },
  ],
} satisfies Rule<SyntaxTree>;
