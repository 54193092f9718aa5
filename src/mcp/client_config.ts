// Client configurations (`.mcp.json`, `claude_desktop_config.json`, VS Code, Cursor, Zed and their
// like): the servers a JSON text starts or reaches. It never evaluates and never reads beside it.

import type { ServerDef } from "../core/mod.ts";
import { type JsonNode, jsonValue, parseJson } from "../syntax/mod.ts";
import { located, readServer } from "./server_entry.ts";

const MAX_SERVERS = 2_000;

/** Keys of an object of servers; the dotted ones are settings of VS Code and Amp. */
const SERVER_KEY = /^(?:[\w-]{1,40}\.){0,4}(?:mcpServers|servers|context_servers|mcp_servers|mcp)$/;
const QUOTED_KEY = /"(?:[\w.-]{0,80}\.)?(?:mcpServers|servers|context_servers|mcp_servers|mcp)"/;
/** A key may be spelt with escapes, which a client's parser sees through. */
const ESCAPED_KEY = /"[^"\n]{0,80}\\u[^"\n]{0,80}"\s{0,20}:/;

export interface ClientServers {
  readonly servers: readonly ServerDef[];
  /** What is wrong with the text; what could be read of it is given all the same. */
  readonly malformed?: string;
  /** True where there are more servers than were read. */
  readonly cut: boolean;
}

/** The servers of a JSON text; none where it is no client's configuration. */
export function clientServers(text: string): ClientServers {
  if (!QUOTED_KEY.test(text) && !ESCAPED_KEY.test(text)) return { servers: [], cut: false };
  const { root, malformed } = parseJson(text);
  const servers = root ? findServers(text, root) : [];
  return {
    servers: servers.slice(0, MAX_SERVERS),
    cut: servers.length > MAX_SERVERS,
    ...(malformed !== undefined && { malformed }),
  };
}

/** One more than is given, so that a cut shows. */
function findServers(text: string, root: JsonNode): ServerDef[] {
  const servers: ServerDef[] = [];
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = node.children ?? [];
    if (node.type === "property") {
      const [key, value] = children;
      const before = servers.length;
      if (key && value) {
        for (const server of serversIn(text, { key: String(key.value), value, root })) {
          servers.push(server);
          if (servers.length > MAX_SERVERS) return servers;
        }
      }
      if (servers.length > before) continue;
    }
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
  return servers;
}

/** Descriptions of web interfaces also list `servers`, and start none. */
const API_DESCRIPTIONS = ["openapi", "asyncapi", "swagger"];

/** OpenCode and Crush call the object `mcp`, a word of many uses: the entries must say more. */
const TYPES = /^(?:local|remote|stdio|http|sse|streamable-?http)$/i;

function* serversIn(
  text: string,
  { key, value, root }: { key: string; value: JsonNode; root: JsonNode },
): Generator<ServerDef> {
  if (!SERVER_KEY.test(key)) return;
  const plain = key !== "mcp" &&
    !(key === "servers" && API_DESCRIPTIONS.some((word) => jsonValue(root, word)));
  for (const { nameNode, entry } of entriesOf(key, value)) {
    const name = nameNode && located(text, nameNode);
    if (!name || entry?.type !== "object") continue;
    const server = readServer(text, { name, entry });
    if (server && (plain || saysItsKind(server))) yield server;
  }
}

/** Agent frameworks list their servers, each with its name inside. */
const LISTED = /mcp_?servers$/i;

function* entriesOf(
  key: string,
  value: JsonNode,
): Generator<{ nameNode: JsonNode | undefined; entry: JsonNode | undefined }> {
  const children = value.children ?? [];
  if (value.type === "object") {
    for (const { children: pair } of children) yield { nameNode: pair?.[0], entry: pair?.[1] };
  } else if (value.type === "array" && LISTED.test(key)) {
    for (const entry of children) yield { nameNode: jsonValue(entry, "name"), entry };
  }
}

function saysItsKind({ command, settings }: ServerDef): boolean {
  return command !== undefined || TYPES.test(settings["type"]?.[0]?.value ?? "");
}
