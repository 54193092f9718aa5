import type { Located, Match, Rule, ServerDef } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { isIndexOption } from "./index_options.ts";

/** Addresses that never leave the machine. */
const LOOPBACK =
  /^(?:localhost|(?:[a-z0-9-]{1,63}\.)localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]|0\.0\.0\.0)$/;
/** A host that is filled in later: `${HOST}`, `{host}`, `<host>`, `%HOST%`. */
const TEMPLATE = /^[a-z]{2,4}:\/{0,4}[^/?#]{0,80}[${<%]/i;
/** A word in capitals that a reader fills in: `http://YOUR_HOST:8080`. */
const FILLED_IN = /^http:\/\/[A-Z][A-Z_-]{2,60}(?:[:/]|$)/;
/** Addresses inside a network of one's own. */
const PRIVATE =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[f[cd][0-9a-f:]{1,40}\]|[a-z0-9-]{1,63}|(?:[a-z0-9-]{1,63}\.){1,8}(?:local|internal|lan|home\.arpa))$/;

function where(server: ServerDef): Match[] {
  // Where packages come from is another rule's matter.
  const args = server.args.filter(({ value }, i) =>
    !isIndexOption(value.split("=", 1)[0]!) && !isIndexOption(server.args[i - 1]?.value ?? "")
  );
  const words = [...(server.url ? [server.url] : []), ...args];
  return words.flatMap((word) => plainHttp(word, server) ?? []);
}

/** `--url=http://…` */
const OPTION_NAME = /^-{0,2}[\w-]{1,60}=/;

function plainHttp(word: Located<string>, server: ServerDef): Match | undefined {
  // A parser of URLs forgives blanks, one slash and capitals, so it has to be asked.
  const address = word.value.replace(OPTION_NAME, "").trim();
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== "http:" && protocol !== "ws:") return undefined;
  const host = hostname.replace(/\.$/, "");
  if (LOOPBACK.test(host) || TEMPLATE.test(address) || FILLED_IN.test(address)) return undefined;
  return {
    span: word.span,
    identity: server.name.value,
    message: `Server "${server.name.value}" is reached over plain HTTP`,
    ...(PRIVATE.test(host) && { severity: "low" }),
  };
}

export default {
  id: "mcp-plain-http",
  family: "mcp-config",
  title: "MCP server reached over plain HTTP",
  why: "Anyone on the way reads every prompt, result and token, and can change what the server " +
    "seems to say: its tool descriptions steer the model.",
  fix: "Use https://, or run the server on this machine.",
  limits: "A URL put together from variables is not judged.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-319"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: ".mcp.json",
      code: `{
  // The loopback name is only the start of this host's name.
  "mcpServers": {
    "files": { "type": "http", "url": "http://localhost.example.com/mcp?x=127.0.0.1" }
  }
}
`,
      note: "A host that only looks local, in JSON with comments",
    },
    {
      file: "claude_desktop_config.json",
      code: `{ "mcpServers": { "crm": { "command": "npx",
  "args": ["mcp-remote", "http://crm.example.com/sse"] } } }
`,
      note: "The address as an argument of a bridge",
    },
    {
      file: "mcp.json",
      code:
        `{ "servers": { "crm": { "command": "bridge", "args": ["--url=HTTP:/crm.example.com/mcp"] } } }
`,
      note: "An address that only a lenient parser takes, behind an option's name",
    },
    {
      file: "mcp.json",
      code: `{ "openapi": 1, "mcpServers": { "crm": { "url": " http://crm.example.com/mcp" } } }
`,
      note: "Behind a blank, in a file that calls itself something else",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "url": "https://mcp.example.com" },
  "b": { "url": "http://127.0.0.1:8080/mcp" },
  "c": { "url": "http://localhost:3000/sse" },
  "d": { "url": "http://[::1]:3000" },
  "e": { "url": "http://[::ffff:127.0.0.1]:3000" },
  "f": { "url": "http://localhost.:3000" },
  "g": { "url": "http://{host}/mcp" },
  "h": { "url": "http://\${HOST}:3000" },
  "i": { "url": "http://YOUR_HOST:3000" },
} }
`,
      note: "HTTPS, loopback, and hosts that are filled in later",
    },
    {
      file: "openapi.json",
      code: `{ "openapi": "3.1.0", "servers": [{ "url": "http://api.example.com" }] }
`,
      note: "Servers of something else",
    },
  ],
} satisfies Rule<SyntaxTree>;
