// Servers that are put into others under a prefix, as FastMCP of Python composes them: which server a
// tool is of, which server is put into which, and what its items are called in the end.

import type { Span } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName } from "./expressions.ts";
import type { FileSpan } from "./linked_tree.ts";
import { type Reading, spendStep } from "./reading.ts";
import { shownText } from "./shown_text.ts";
import { entriesOf, valuesOf } from "./values.ts";

/** A server by the call that makes it. */
export interface Mount {
  readonly server: Span;
  readonly onto: Span;
  readonly prefix: string;
}

const SERVERS = new Set(["FastMCP", "MCPServer"]);
/** Functions that give back what others make. */
const MAX_HOPS = 3;
/** Nodes of such a function. */
const MAX_NODES = 5_000;

/** The call that makes the server which an expression stands for. */
export function serverOf(
  reading: Reading,
  node: NodeId | undefined,
  hops = 0,
): Span | undefined {
  if (node === undefined || hops > MAX_HOPS || !spendStep(reading)) return undefined;
  const { tree } = reading;
  const [value, other] = valuesOf(reading, node);
  if (value === undefined || other !== undefined || tree.kind(value) !== "call") return undefined;
  if (SERVERS.has(calleeName(tree, value) ?? "")) return tree.span(value);
  const callee = tree.child(value, "function");
  const [definition] = callee === undefined ? [] : valuesOf(reading, callee);
  if (definition === undefined || tree.kind(definition) !== "function_definition") return undefined;
  const end = Math.min(tree.next(definition), definition + MAX_NODES);
  for (let at = definition; at < end && spendStep(reading); at++) {
    const given = tree.kind(at) === "return_statement" ? tree.firstChild(at) : undefined;
    const found = given === undefined ? undefined : serverOf(reading, given, hops + 1);
    if (found) return found;
  }
  return undefined;
}

/** `main.mount(sub, namespace="a")`, of old `main.mount("a", sub)`; `main.import_server(…)`. */
export function readMount(reading: Reading, call: NodeId): void {
  const { tree } = reading;
  const callee = tree.child(call, "function");
  const object = callee === undefined ? undefined : tree.child(callee, "object");
  const named = entriesOf(reading, call);
  const given = [
    ...argumentsOf(tree, call).slice(0, 2),
    ...named.get("server") ?? [],
  ];
  const server = given.map((each) => serverOf(reading, each)).find((each) => each !== undefined);
  const onto = server && serverOf(reading, object);
  if (!server || !onto) return;
  const prefixes = [...given, ...named.get("namespace") ?? [], ...named.get("prefix") ?? []];
  const prefix = prefixes.map((each) => shownText(reading, each, "name")?.text)
    .find((text) => text !== undefined && text !== "");
  reading.mounts.push({ server, onto, prefix: prefix ?? "" });
}

/** What a file says of mounts, and where its spans are. */
export interface MountingFile {
  readonly path: string;
  readonly mounts?: readonly Mount[];
  readonly place: (span: Span) => FileSpan;
}

/** Servers in servers in servers, and names that one item has. */
const MAX_DEPTH = 8;
const MAX_PREFIXES = 16;

/** The prefixes that the items of a server get, outermost first; one of none where it is not mounted. */
export function mountedPrefixes(
  files: Iterable<MountingFile>,
): (file: MountingFile, server: Span | undefined) => readonly (readonly string[])[] {
  const keyOf = ({ path, place }: MountingFile, span: Span): string => {
    const at = place(span);
    return `${at.path ?? path}:${at.span.start}`;
  };
  const mounted = new Map<string, { onto: string; prefix: string }[]>();
  for (const file of files) {
    for (const { server, onto, prefix } of file.mounts ?? []) {
      const key = keyOf(file, server);
      const known = mounted.get(key) ?? [];
      mounted.set(key, known);
      const mount = { onto: keyOf(file, onto), prefix };
      const isKnown = known.some((other) => other.onto === mount.onto && other.prefix === prefix);
      if (known.length < MAX_PREFIXES && !isKnown) known.push(mount);
    }
  }
  // Each step below gives one at least, so that what is looked at is as bounded as what is given.
  const above = (key: string, depth: number): readonly (readonly string[])[] => {
    const own = depth < MAX_DEPTH ? mounted.get(key) ?? [] : [];
    if (own.length === 0) return [[]];
    const found: string[][] = [];
    for (const { onto, prefix } of own) {
      for (const outer of above(onto, depth + 1)) {
        found.push(prefix === "" ? [...outer] : [...outer, prefix]);
      }
      if (found.length >= MAX_PREFIXES) break;
    }
    return found.slice(0, MAX_PREFIXES);
  };
  return (file, server) => server && mounted.size > 0 ? above(keyOf(file, server), 0) : [[]];
}

/** `weather://forecast` of a server under `a` is `weather://a/forecast`. */
export function mountedAddress(uri: string, prefixes: readonly string[]): string {
  const at = uri.indexOf("://");
  return at < 0 || prefixes.length === 0
    ? uri
    : `${uri.slice(0, at + 3)}${prefixes.join("/")}/${uri.slice(at + 3)}`;
}
