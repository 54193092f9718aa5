// What a Go file says in one place and means in others, gathered before it is lowered: the names of
// its imports, its types, and which names hold channels or iterators.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { inField, literalText } from "./_go_context.ts";

export interface Facts {
  /** Names in this file to the paths of the modules. */
  readonly imports: ReadonlyMap<string, string>;
  /** Names of the file's types, those in functions too, to what they are declared as. */
  readonly types: ReadonlyMap<string, NodeId>;
  /** Names whose `range` gives elements to a single variable, not indexes or keys. */
  readonly streams: ReadonlySet<string>;
}

const KINDS = new Set([
  "import_spec",
  "type_spec",
  "type_alias",
  "channel_type",
  "generic_type",
]);

export function factsOf(tree: SyntaxTree): Facts {
  const imports = new Map<string, string>();
  const types = new Map<string, NodeId>();
  const streams = new Set<string>();
  for (const node of tree.nodesOf(KINDS)) {
    const kind = tree.kind(node);
    if (kind === "import_spec") noteImport(tree, node, imports);
    else if (kind === "channel_type" || isIterator(tree, node)) noteStream(tree, node, streams);
    else if (kind !== "generic_type") noteType(tree, node, types);
  }
  return { imports, types, streams };
}

function noteImport(tree: SyntaxTree, spec: NodeId, imports: Map<string, string>): void {
  const path = importPath(tree, spec);
  if (path === undefined) return;
  const name = tree.child(spec, "name");
  imports.set(name === undefined ? assumedName(path) : tree.textOf(name), path);
}

export function importPath(tree: SyntaxTree, spec: NodeId): string | undefined {
  const path = tree.child(spec, "path");
  return path === undefined ? undefined : literalText(tree, path);
}

/** The package that a path is taken to hold, as Go's own tools do: `yaml` for `gopkg.in/yaml.v3`. */
export function assumedName(path: string): string {
  const segments = path.split("/");
  const last = segments.pop() ?? "";
  const base = /^v\d+$/.test(last) ? segments.pop() ?? last : last;
  const name = base.replace(/^go-/, "");
  const end = name.search(/[^\p{L}\p{N}_]/u);
  return end < 0 ? name : name.slice(0, end);
}

function noteType(tree: SyntaxTree, spec: NodeId, types: Map<string, NodeId>): void {
  const name = tree.child(spec, "name");
  const type = tree.child(spec, "type");
  if (name === undefined || type === undefined) return;
  const text = tree.textOf(name);
  if (!types.has(text)) types.set(text, type);
}

function isIterator(tree: SyntaxTree, generic: NodeId): boolean {
  const type = tree.child(generic, "type");
  return type !== undefined && tree.textOf(type) === "iter.Seq";
}

/** Notes what a channel's or iterator's type is written for: variables, fields, results. */
function noteStream(tree: SyntaxTree, type: NodeId, streams: Set<string>): void {
  const parent = tree.parent(type);
  if (parent === undefined) return;
  const kind = tree.kind(parent);
  if (kind === "argument_list") noteMade(tree, parent, streams);
  if (tree.fieldOf(type) === "result") noteName(tree, tree.child(parent, "name"), streams);
  if (tree.fieldOf(type) === "type" && kind !== "type_spec") {
    for (const name of inField(tree, parent, "name")) noteName(tree, name, streams);
  }
}

/** Values of one assignment that are looked at. */
const MAX_VALUES = 16;

function firstOf(nodes: IteratorObject<NodeId>): NodeId[] {
  return nodes.take(MAX_VALUES).toArray();
}

/** `a, b := make(chan int), 0`. */
function noteMade(tree: SyntaxTree, args: NodeId, streams: Set<string>): void {
  const call = tree.parent(args);
  const list = call === undefined ? undefined : tree.parent(call);
  const statement = list === undefined ? undefined : tree.parent(list);
  if (call === undefined || list === undefined || statement === undefined) return;
  if (tree.kind(list) !== "expression_list") return;
  const place = firstOf(tree.children(list)).indexOf(call);
  const left = tree.child(statement, "left");
  const names = left === undefined
    ? tree.children(statement).filter((child) => tree.kind(child) === "identifier")
    : tree.children(left);
  noteName(tree, firstOf(names)[place], streams);
}

/** A field and a method go by their own names alone. */
function noteName(tree: SyntaxTree, name: NodeId | undefined, streams: Set<string>): void {
  if (name !== undefined) streams.add(lastName(tree, name));
}

/** `c` of `a.b.c`, `f` of `x.f()`. */
export function lastName(tree: SyntaxTree, node: NodeId): string {
  let at = node;
  for (;;) {
    const kind = tree.kind(at);
    const inner = kind === "call_expression"
      ? tree.child(at, "function")
      : kind === "selector_expression"
      ? tree.child(at, "field")
      : undefined;
    if (inner === undefined) return tree.textOf(at);
    at = inner;
  }
}
