// Where a server listens: on this machine only, or on each of its networks.

import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, elementsOf, optionOf } from "../code/calls.ts";
import { constantOf, settingAt, startOf, textAt } from "./settings.ts";

export interface Bind {
  /** `silent`: no address is named, which means all. */
  readonly reach: "all" | "silent";
  readonly node: NodeId;
  readonly isDefault: boolean;
}

const ANY = /^(?:0\.0\.0\.0|::|\[::\]|0:0:0:0:0:0:0:0)$/;
const ANY_WITH_PORT = /^(?:(?:0\.0\.0\.0|\[::\])(?::|$)|:(?:\d|%|$))/;

/** Nodes at which a server may be told where to listen. */
export const BIND_NODES = {
  python: ["call", "assignment"],
  javascript: ["call_expression", "new_expression"],
  typescript: ["call_expression", "new_expression"],
  tsx: ["call_expression", "new_expression"],
  go: ["call_expression", "keyed_element"],
} as const;

export const BIND_KEYWORDS = {
  python: ["0.0.0.0", '"::"', "'::'", '(""', "(''"],
  javascript: ["listen", "0.0.0.0", '"::"', "'::'"],
  typescript: ["listen", "0.0.0.0", '"::"', "'::'"],
  tsx: ["listen", "0.0.0.0", '"::"', "'::'"],
  go: ["ListenAndServe", "net.Listen", "0.0.0.0", "Addr:", ".Start("],
} as const;

/** `undefined` where nothing listens, or on this machine only, or nobody can tell. */
export function bindAt(tree: SyntaxTree, node: NodeId): Bind | undefined {
  if (tree.language === "python") return inPython(tree, node);
  return tree.language === "go" ? inGo(tree, node) : inScript(tree, node);
}

const PYTHON_SERVERS =
  /^(?:run|run_async|run_\w{0,20}_async|run_app|run_simple|Config|FastMCP|MCPServer|create_server|start_server|WSGIServer|serve|launch|make_server)$/;
/** They take the address and the port as one. */
const PYTHON_PAIRS = /^(?:bind|\w{0,12}(?:HTTPServer|TCPServer|UDPServer))$/;
const SETTINGS = /(?:^|\.)settings\.host$/;

function inPython(tree: SyntaxTree, node: NodeId): Bind | undefined {
  const setting = settingAt(tree, node);
  if (setting && tree.kind(node) === "assignment") {
    const left = textAt(tree, tree.child(node, "left")!);
    return SETTINGS.test(left) ? ofHost(tree, node, setting.value) : undefined;
  }
  const call = callAt(tree, node);
  if (!call) return undefined;
  if (PYTHON_PAIRS.test(call.method)) {
    const host = elementsOf(tree, call.positional[0] ?? node)?.[0];
    if (host === undefined) return undefined;
    const text = constantText(tree, host)?.text;
    return text === "" ? { reach: "all", node, isDefault: false } : ofHost(tree, node, host);
  }
  if (!PYTHON_SERVERS.test(call.method)) return undefined;
  const host = call.keywords.get("host") ?? call.keywords.get("server_name");
  return host === undefined ? undefined : ofHost(tree, node, host);
}

function ofHost(tree: SyntaxTree, node: NodeId, host: NodeId): Bind | undefined {
  const constant = constantOf(tree, host);
  return constant && ANY.test(constant.text)
    ? { reach: "all", node, isDefault: constant.isDefault }
    : undefined;
}

const SCRIPT_SERVERS = /^(?:listen|serve|WebSocketServer)$/;
/** What listens on a socket; others have a `listen` of their own. */
const LISTENERS = /(?:app|server|express|http|httpServer|fastify|api|srv)$/i;

function inScript(tree: SyntaxTree, node: NodeId): Bind | undefined {
  const call = callAt(tree, node);
  if (!call || !SCRIPT_SERVERS.test(call.method)) return undefined;
  const option = optionOf(call, "host") ?? optionOf(call, "hostname");
  if (option !== undefined) return ofHost(tree, node, option);
  for (const host of call.positional.slice(1, 3)) {
    const found = ofHost(tree, node, host);
    if (found) return found;
  }
  const { receiver, positional } = call;
  if (call.method !== "listen" || receiver === undefined) return undefined;
  return LISTENERS.test(textAt(tree, receiver)) && isSilent(tree, positional)
    ? { reach: "silent", node, isDefault: false }
    : undefined;
}

const CALLBACKS = new Set(["arrow_function", "function_expression", "function"]);

/** A port, perhaps with a callback, and no address. */
function isSilent(tree: SyntaxTree, [port, second, ...others]: readonly NodeId[]): boolean {
  if (port === undefined || others.length > 0) return false;
  if (!/port|^\d{2,5}$/i.test(textAt(tree, port)) || tree.kind(port) === "object") return false;
  return second === undefined || CALLBACKS.has(tree.kind(second));
}

const GO_CALLS = /^net\/http\.ListenAndServe(?:TLS)?$/;

function inGo(tree: SyntaxTree, node: NodeId): Bind | undefined {
  if (tree.kind(node) === "keyed_element") {
    const setting = settingAt(tree, node);
    return setting?.name === "Addr" && isServer(tree, node)
      ? ofAddress(tree, node, setting.value)
      : undefined;
  }
  const call = callAt(tree, node);
  if (!call) return undefined;
  const { callee, method, positional } = call;
  const address = GO_CALLS.test(callee) || (method === "Start" && positional.length === 1)
    ? positional[0]
    : callee === "net.Listen"
    ? positional[1]
    : undefined;
  return address === undefined ? undefined : ofAddress(tree, node, address);
}

function isServer(tree: SyntaxTree, node: NodeId): boolean {
  const body = tree.parent(node);
  const literal = body === undefined ? undefined : tree.parent(body);
  const type = literal === undefined ? undefined : tree.child(literal, "type");
  return type !== undefined && tree.textOf(type) === "http.Server";
}

function ofAddress(tree: SyntaxTree, node: NodeId, address: NodeId): Bind | undefined {
  const format = callAt(tree, address);
  const start = startOf(
    tree,
    format?.callee === "fmt.Sprintf" ? format.positional[0] ?? address : address,
  );
  if (!ANY_WITH_PORT.test(start)) return undefined;
  return { reach: start.startsWith(":") ? "silent" : "all", node, isDefault: false };
}
