import type { ClientConfig, Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { plainLetter } from "../tools/look_alikes.ts";

function where({ servers }: ClientConfig): Match[] {
  const known = new Map<string, ServerDef>();
  const found: Match[] = [];
  for (const server of servers) {
    const { name } = server;
    const folded = fold(name.value);
    const first = folded === "" ? undefined : known.get(folded);
    if (!first) {
      known.set(folded, server);
      continue;
    }
    // The same server may stand in a file for several projects or clients.
    if (startText(first) === startText(server)) continue;
    const isSame = first.name.value === name.value;
    if (isSame && !stand(first, server)) continue;
    if (!isSame && !/[^\x20-\x7e]/.test(name.value + first.name.value)) continue;
    found.push({
      span: name.span,
      identity: name.value,
      message: isSame
        ? `A second server "${name.value}" takes the place of the one above`
        : `The name of server "${name.value}" reads like that of another, "${first.name.value}"`,
      related: [{ span: first.name.span, message: "The server of that name" }],
      ...(!isSame && { severity: "high" as const }),
    });
  }
  return found;
}

/** Both in one object: of equal keys clients take the last. */
function stand(first: ServerDef, second: ServerDef): boolean {
  return first.group === second.group;
}

/** As a reader takes a name in. */
function fold(name: string): string {
  let folded = "";
  for (const character of name.slice(0, MAX_NAME)) {
    folded += plainLetter(character) ?? character.normalize("NFKC");
  }
  return folded.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

const MAX_NAME = 200;

function startText({ command, args, url }: ServerDef): string {
  return JSON.stringify([command?.value, args.map(({ value }) => value), url?.value]);
}

export default {
  id: "config-duplicate-server",
  family: "mcp-config",
  title: "Server that takes another one's name",
  why: "Clients take the last of equal names, while a reviewer reads the first; of names that " +
    "only look alike, model and user take one server for the other.",
  fix: "Remove one of the two, or give it a name of its own in plain letters.",
  limits: "Compares the servers of one object of a file; a name that a user's and a project's " +
    "configuration share is not seen, and names of plain letters must be equal.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-1007", "CWE-694"],
  owasp: ["MCP03:2025", "MCP09:2025", "ASI04:2026"],
  atlas: ["AML.T0074"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "client", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes": { "command": "/srv/notes/bin/notes" },
  "notes": { "command": "/srv/notes/bin/other" }
} }
`,
      note: "The second is started",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "payments": { "url": "https://mcp.pay.example" },
  "p\\u0430yments": { "url": "https://mcp.other.example" }
} }
`,
      note: "A Cyrillic letter",
    },
  ],
  good: [
    {
      file: ".claude.json",
      code: `{ "projects": {
  "/a": { "mcpServers": { "notes": { "command": "/srv/notes/bin/a" } } },
  "/b": { "mcpServers": { "notes": { "command": "/srv/notes/bin/b" } } }
} }
`,
      note: "Two projects",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "notes-dev": { "command": "/srv/notes/bin/a" }, "notes": { "command": "/srv/notes/bin/b" }
} }
`,
      note: "Names that differ",
    },
  ],
} satisfies Rule<SyntaxTree>;
