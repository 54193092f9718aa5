// Configurations of clients (`.mcp.json`, `config.toml`, settings and their like): what a text
// makes a client start, reach, run and allow. It never evaluates and never reads beside it.

import type { AutoRun, ClientConfig, FileKind, ServerDef } from "../core/mod.ts";
import { type JsonNode, type ParsedJson, parseJson, parseToml, parseYaml } from "../syntax/mod.ts";
import { helpersOf, insertsOf, runsOf } from "./auto_runs.ts";
import { settingsIn } from "./client_settings.ts";
import { type Instructions, instructions } from "./instructions.ts";
import { serversIn } from "./named_servers.ts";

const MAX_SERVERS = 2_000;
const MAX_RUNS = 2_000;

export interface ClientFile {
  readonly config: ClientConfig;
  /** What is wrong with the text; what could be read of it is given all the same. */
  readonly malformed?: string;
  /** True where there are more servers or commands than were read. */
  readonly cut: boolean;
}

/** Words without one of which a text says nothing to a client, each as the key of a value. */
const SERVER_KEYS = "mcpServers|mcp_servers|modelContextProtocolServers|extensions";
const JSON_SERVER_KEYS = `${SERVER_KEYS}|servers|context_servers|mcp`;
const KEYS = `${JSON_SERVER_KEYS}|hooks|tasks|apiKeyHelper|statusLine|permissions|permission|env|` +
  "allowedTools|enableAllProjectMcpServers|always_allow_tool_actions|tool_permissions|autoApprove|" +
  "defaultMode|dangerouslyAllowAll|approvalMode|trust\\.enabled";
const IN_JSON = new RegExp(`"(?:[\\w.-]{0,80}\\.)?(?:${KEYS})"`);
const SERVERS_IN_JSON = new RegExp(`"(?:[\\w.-]{0,80}\\.)?(?:${JSON_SERVER_KEYS})"`);
/** At the start of a line: templates and workflows have the other words too. */
const IN_YAML = new RegExp(`^[ \\t-]{0,40}["']?(?:${SERVER_KEYS})["']?[ \\t]{0,20}:`, "m");
const IN_TOML =
  /^[ \t]{0,40}\[{0,2}["']?(?:mcp_servers|mcpServers|approval_policy|sandbox_mode)\b/m;
/** A key may be spelt with escapes, which a client's parser sees through. */
const ESCAPED_KEY = /"[^"\n]{0,80}\\u[^"\n]{0,80}"\s{0,20}:/;

interface Format {
  readonly asked: readonly RegExp[];
  /** One of these: servers are at stake, so that a fault must not go unsaid. */
  readonly told: readonly RegExp[];
  readonly parse: (text: string) => ParsedJson;
}

const FORMATS: Readonly<Partial<Record<FileKind, Format>>> = {
  json: { asked: [IN_JSON, ESCAPED_KEY], told: [SERVERS_IN_JSON, ESCAPED_KEY], parse: parseJson },
  yaml: { asked: [IN_YAML], told: [IN_YAML], parse: parseYaml },
  toml: { asked: [IN_TOML], told: [IN_TOML], parse: parseToml },
};

const NOTHING: ClientFile = { config: { servers: [], runs: [], settings: {} }, cut: false };

/** What a file makes a client do; nothing where it is no client's configuration. */
export function clientFile(
  { kind, text }: { readonly kind: FileKind; readonly text: string },
): ClientFile {
  const found = instructions({ kind, text });
  if (found) return fromInstructions(text, found);
  const format = FORMATS[kind];
  if (!format?.asked.some((words) => words.test(text))) return NOTHING;
  const { root, malformed } = format.parse(text);
  const read = root ? readTree(text, root) : NOTHING;
  const isTold = read.config.runs.length > 0 || format.told.some((words) => words.test(text));
  return { ...read, ...(malformed !== undefined && isTold && { malformed }) };
}

function fromInstructions(
  text: string,
  { item, front, body, malformed }: Instructions,
): ClientFile {
  const read = front ? readTree(text, front) : NOTHING;
  const runs = [...read.config.runs, ...insertsOf(text, body)];
  return {
    config: { ...read.config, runs },
    cut: read.cut,
    // Rules of editors write globs there that are no YAML.
    ...(malformed !== undefined && item.owner === "skill" && { malformed }),
  };
}

/** Looks at every property; where there are too many, one more is read, so that a cut shows. */
function readTree(text: string, root: JsonNode): ClientFile {
  const servers: ServerDef[] = [];
  const runs: AutoRun[] = [];
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = node.children ?? [];
    if (node.type === "property") {
      const [key, value] = children;
      const before = servers.length;
      if (key && value) {
        const name = String(key.value);
        for (const run of runsOf(text, { key: name, value })) runs.push(run);
        for (const server of serversIn(text, { key: name, value, root })) {
          servers.push(server);
          if (servers.length > MAX_SERVERS) break;
        }
      }
      if (servers.length > MAX_SERVERS || runs.length > MAX_RUNS) break;
      if (servers.length > before) {
        for (const run of value ? helpersOf(text, value) : []) runs.push(run);
        continue;
      }
    }
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
  return {
    config: {
      servers: servers.slice(0, MAX_SERVERS),
      runs: runs.slice(0, MAX_RUNS),
      settings: settingsIn(text, root),
    },
    cut: servers.length > MAX_SERVERS || runs.length > MAX_RUNS,
  };
}
