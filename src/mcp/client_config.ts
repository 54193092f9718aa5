// Client configurations (`.mcp.json`, `claude_desktop_config.json`, VS Code, Cursor, Zed and their
// like): the servers a JSON text starts or reaches. It never evaluates and never reads beside it.

import type { Located, ServerDef } from "../core/mod.ts";
import { type JsonNode, jsonValue, parseJson } from "../syntax/mod.ts";

const MAX_SERVERS = 2_000;

/** Keys of an object of servers; the dotted ones are settings of VS Code and Amp. */
const SERVER_KEY = /^(?:[\w-]{1,40}\.){0,4}(?:mcpServers|servers|context_servers|mcp_servers)$/;
const QUOTED_KEY = /"(?:[\w.-]{0,80}\.)?(?:mcpServers|servers|context_servers|mcp_servers)"/;
/** A key may be spelt with escapes, which a client's parser sees through. */
const ESCAPED_KEY = /"[^"\n]{0,80}\\u[^"\n]{0,80}"\s{0,20}:/;

export interface ClientServers {
  readonly servers: readonly ServerDef[];
  /** What is wrong with the text; what could be read of it is given all the same. */
  readonly malformed?: string;
  /** True where there are more servers than were read. */
  readonly cut: boolean;
}

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

/** Descriptions of web interfaces also list servers, and start none. */
const API_DESCRIPTIONS = ["openapi", "asyncapi", "swagger"];

function findServers(text: string, root: JsonNode): ServerDef[] {
  const servers: ServerDef[] = [];
  const isApiDescription = API_DESCRIPTIONS.some((key) => jsonValue(root, key));
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (servers.length > MAX_SERVERS) break;
    const children = node.children ?? [];
    if (node.type === "property") {
      const [key, value] = children;
      const name = String(key?.value);
      const isServers = SERVER_KEY.test(name) && !(isApiDescription && name === "servers");
      const found = isServers && value?.type === "object" ? serversIn(text, value) : [];
      for (const server of found) servers.push(server);
      if (found.length > 0) continue;
    }
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
  return servers;
}

function serversIn(text: string, object: JsonNode): ServerDef[] {
  const servers: ServerDef[] = [];
  for (const property of object.children ?? []) {
    const [key, entry] = property.children ?? [];
    const name = key && located(text, key);
    const server = name && entry?.type === "object" ? readServer(text, { name, entry }) : undefined;
    if (server) servers.push(server);
  }
  return servers;
}

function readServer(
  text: string,
  { name, entry }: { name: Located<string>; entry: JsonNode },
): ServerDef | undefined {
  // Zed used to nest them: `"command": { "path": …, "args": …, "env": … }`.
  const nested = jsonValue(entry, "command");
  const start = nested?.type === "object" ? nested : entry;
  const program = stringAt(text, nested?.type === "object" ? jsonValue(nested, "path") : nested);
  const url = stringAt(
    text,
    jsonValue(entry, "url") ?? jsonValue(entry, "serverUrl") ?? jsonValue(entry, "httpUrl"),
  );
  if (!program && !url) return undefined;
  const args = jsonValue(start, "args");
  return {
    name,
    ...(program ? { command: program } : {}),
    args: args?.type === "array"
      ? (args.children ?? []).flatMap((arg) => located(text, arg) ?? [])
      : [],
    env: valuesOf(text, jsonValue(start, "env")),
    ...(url ? { url } : {}),
    headers: valuesOf(text, jsonValue(entry, "headers")),
  };
}

function valuesOf(text: string, object: JsonNode | undefined): Record<string, Located<string>> {
  if (object?.type !== "object") return {};
  // `fromEntries` makes a plain property even of `__proto__`.
  return Object.fromEntries(
    (object.children ?? []).flatMap((property): [string, Located<string>][] => {
      const [key, node] = property.children ?? [];
      const value = node && located(text, node);
      return key && value ? [[String(key.value), value]] : [];
    }),
  );
}

function stringAt(text: string, node: JsonNode | undefined): Located<string> | undefined {
  return node?.type === "string" ? located(text, node) : undefined;
}

/** A string without its quotes, or a number or boolean as it stands. */
function located(text: string, node: JsonNode): Located<string> | undefined {
  const { offset, length } = node;
  switch (node.type) {
    case "string": {
      const closed = length > 1 && text[offset + length - 1] === '"';
      const span = { start: offset + 1, end: offset + length - (closed ? 1 : 0) };
      return { value: String(node.value), span };
    }
    case "number":
    case "boolean":
      return { value: String(node.value), span: { start: offset, end: offset + length } };
    default:
      return undefined;
  }
}
