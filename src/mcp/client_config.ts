// Client configurations (`.mcp.json`, `claude_desktop_config.json`, VS Code, Cursor, Zed and their
// like): the servers a JSON text starts or reaches. It never evaluates and never reads beside it.

import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { lineStarts, type Located, positionAt, type ServerDef } from "../core/mod.ts";
import { nestingDepth } from "../syntax/mod.ts";

/** The parser recurses; a client configuration nests some six levels. */
const MAX_NESTING = 200;
const MAX_SERVERS = 2_000;

/** Keys of an object of servers; the dotted ones are settings of VS Code and Amp. */
const SERVER_KEY = /^(?:[\w-]{1,40}\.){0,4}(?:mcpServers|servers|context_servers|mcp_servers)$/;
const QUOTED_KEY = /"(?:[\w.-]{0,80}\.)?(?:mcpServers|servers|context_servers|mcp_servers)"/;
/** A key may be spelt with escapes, which a client's parser sees through. */
const ESCAPED_KEY = /"[^"\n]{0,80}\\u[^"\n]{0,80}"\s{0,20}:/;

/** `malformed` says what is wrong with the text; what could be read of it is given all the same. */
export interface ClientServers {
  readonly servers: ServerDef[];
  readonly malformed?: string;
}

export function clientServers(text: string): ClientServers {
  if (!QUOTED_KEY.test(text) && !ESCAPED_KEY.test(text)) return { servers: [] };
  if (nestingDepth(text) > MAX_NESTING) return { servers: [], malformed: TOO_DEEP };
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    // Comments can hide brackets from the count above.
    if (error instanceof RangeError) return { servers: [], malformed: TOO_DEEP };
    throw error;
  }
  const servers = root ? findServers(text, root) : [];
  const [first] = errors;
  return first ? { servers, malformed: describe(text, first) } : { servers };
}

const TOO_DEEP = `Nested deeper than ${MAX_NESTING} levels`;

function describe(text: string, error: ParseError): string {
  const { line, column } = positionAt(lineStarts(text), error.offset);
  // `CommaExpected`
  const words = printParseErrorCode(error.error).replace(/[A-Z]/g, (letter) => ` ${letter}`);
  return `Invalid JSON at ${line}:${column}:${words.toLowerCase()}`;
}

/** Descriptions of web interfaces also list servers, and start none. */
const API_DESCRIPTIONS = ["openapi", "asyncapi", "swagger"];

function findServers(text: string, root: Node): ServerDef[] {
  const servers: ServerDef[] = [];
  if (API_DESCRIPTIONS.some((key) => valueOf(root, key))) return servers;
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (servers.length >= MAX_SERVERS) break;
    const children = node.children ?? [];
    if (node.type === "property") {
      const [key, value] = children;
      const found = key && value?.type === "object" && SERVER_KEY.test(String(key.value))
        ? serversIn(text, value)
        : [];
      servers.push(...found);
      if (found.length > 0) continue;
    }
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
  return servers.slice(0, MAX_SERVERS);
}

function serversIn(text: string, object: Node): ServerDef[] {
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
  { name, entry }: { name: Located<string>; entry: Node },
): ServerDef | undefined {
  // Zed used to nest them: `"command": { "path": …, "args": …, "env": … }`.
  const nested = valueOf(entry, "command");
  const start = nested?.type === "object" ? nested : entry;
  const program = stringAt(text, nested?.type === "object" ? valueOf(nested, "path") : nested);
  const url = stringAt(
    text,
    valueOf(entry, "url") ?? valueOf(entry, "serverUrl") ?? valueOf(entry, "httpUrl"),
  );
  if (!program && !url) return undefined;
  const args = valueOf(start, "args");
  return {
    name,
    ...(program ? { command: program } : {}),
    args: args?.type === "array"
      ? (args.children ?? []).flatMap((arg) => located(text, arg) ?? [])
      : [],
    env: valuesOf(text, valueOf(start, "env")),
    ...(url ? { url } : {}),
    headers: valuesOf(text, valueOf(entry, "headers")),
  };
}

function valuesOf(text: string, object: Node | undefined): Record<string, Located<string>> {
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

/** The last of equal keys, which is the one that parsers keep. */
function valueOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.findLast((property) => property.children?.[0]?.value === key)
    ?.children?.[1];
}

function stringAt(text: string, node: Node | undefined): Located<string> | undefined {
  return node?.type === "string" ? located(text, node) : undefined;
}

/** A string without its quotes, or a number or boolean as it stands. */
function located(text: string, node: Node): Located<string> | undefined {
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
