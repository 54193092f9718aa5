import { type Located, type Match, nameWords, partOf } from "../../core/mod.ts";
import type { Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine } from "./command_line.ts";
import { type ContainerOption, containerRun } from "./containers.ts";

/** Every address of the machine. */
const ANY = /^(?:https?:\/\/)?(?:0\.0\.0\.0|\[::\]|::|\*)(?::\d{1,5})?\/?$/;
/** `inspect` is a debugger, which runs whatever it is told. */
const LISTENS = /^(?:host|hostname|bind|listen|addr|address|interface|http|sse|inspect)$/;
/** What a server itself is called in variables; `DB_HOST` is another machine. */
const ITSELF =
  /^(?:mcp|fastmcp|server|http|https|sse|app|api|web|uvicorn|listen|bind|flask|gradio|host|hostname|addr|address|interface|transport|streamable)$/;

function where(server: ServerDef): Match[] {
  const { commands } = commandLine(server);
  const containers = commands.flatMap((command) => containerRun(command) ?? []);
  const found = containers.length > 0
    // Inside a container any address is right; what is published counts.
    ? containers.flatMap(({ options }) => options.filter(isPublished).map(({ word }) => word))
    : [...commands.slice(0, 1).flatMap(boundByOption), ...boundByVariable(server)];
  return found.map(({ span }) => ({
    span,
    identity: server.name.value,
    message: `Server "${server.name.value}" listens on every network of the machine`,
  }));
}

function boundByOption({ args }: Command): Located<string>[] {
  return args.flatMap((arg, i) => {
    const equals = arg.value.indexOf("=");
    const option = equals < 0 ? args[i - 1]?.value ?? "" : arg.value.slice(0, equals);
    const value = equals < 0 ? arg : partOf(arg, { start: equals + 1, end: arg.value.length });
    const listens = option.startsWith("-") && nameWords(option).some((word) => LISTENS.test(word));
    return listens && ANY.test(value.value) ? [value] : [];
  });
}

function boundByVariable({ env }: ServerDef): Located<string>[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const words = nameWords(name);
    const listens = words.some((word) => LISTENS.test(word)) &&
      words.every((word) => ITSELF.test(word));
    return listens && ANY.test(value.value) ? [value] : [];
  });
}

/** `8080:80` and `8080`; `127.0.0.1:8080:80` is not. */
function isPublished({ name, value }: ContainerOption): boolean {
  if (name === "--publish-all") return true;
  return name === "--publish" &&
    /^(?:(?:0\.0\.0\.0|\[::\]):)?(?:\d{1,5}(?:-\d{1,5})?:)?\d{1,5}(?:-\d{1,5})?(?:\/\w{1,4})?$/
      .test(value?.value ?? "");
}

export default {
  id: "config-exposed-bind",
  family: "mcp-config",
  title: "Local server that listens on every network",
  why: "Everybody on the same network, and web pages by DNS rebinding, can call the server's " +
    "tools; few servers that are meant for one machine ask who is there.",
  fix: "Bind to 127.0.0.1, or publish the port as 127.0.0.1:8080:8080.",
  limits: "Knows the usual options and variables; firewalls and the server's own sign-in are not " +
    "seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-1327"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["configuration", "network"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "args": ["--transport", "http", "--host", "0.0.0.0"]
} } }
`,
      note: "An option",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "notes-mcp", "args": ["--listen=[::]:8080"], "env": { "MCP_HOST": "0.0.0.0" }
} } }
`,
      note: "With a port, and as a variable",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": {
  "command": "docker", "args": ["run", "-i", "-p", "8080:8080", "acme/notes:1.4.2"]
} } }
`,
      note: "A published port",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "notes-mcp", "args": ["--host", "127.0.0.1", "--allow", "0.0.0.0/0"] },
  "b": { "command": "notes-mcp", "env": { "HOST": "localhost", "DB_HOST": "0.0.0.0" } }
} }
`,
      note: "Loopback; a range, and another machine's address",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "notes": { "command": "docker", "args": [
  "run", "-i", "-p", "127.0.0.1:8080:8080", "-e", "HOST=0.0.0.0", "acme/notes:1.4.2"
] } } }
`,
      note: "Published on loopback only",
    },
  ],
} satisfies Rule<SyntaxTree>;
