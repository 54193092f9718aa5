// What a name means where it is used: the module member that an import brought in, the value it
// was given once, or neither. Scopes are the functions of the file and the file itself.

import {
  type Bind,
  type Binding,
  type Bound,
  imported,
  plainText,
  type Visitor,
  VISITORS,
} from "./binders.ts";
import { isBuiltin } from "./builtins.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

type Scope = Map<string, Bound>;

const FUNCTION_KINDS = new Set([
  "function_definition",
  "lambda",
  "function_declaration",
  "function_expression",
  "generator_function",
  "generator_function_declaration",
  "arrow_function",
  "method_definition",
  "method_declaration",
  "func_literal",
]);

interface Table {
  /** By the function that makes the scope; the file's own is 0. */
  readonly scopes: Map<NodeId, Scope>;
  /** The function around each node, or 0. */
  readonly functions: Uint32Array;
  /** Modules of which every name is brought in. */
  readonly wildcards: Set<string>;
}

const tables = new WeakMap<SyntaxTree, Table>();

/** What `name` is bound to at `node`; `undefined` where nothing in the file binds it. */
export function bindingOf(tree: SyntaxTree, node: NodeId, name: string): Binding | undefined {
  let table = tables.get(tree);
  if (!table) tables.set(tree, table = collect(tree));
  const scope = scopeOf(table, { node, name });
  const found = table.scopes.get(scope)?.get(name);
  if (typeof found === "string") return { kind: "open" };
  return found ?? wildcardBinding(tree, table, name);
}

/** A name bound nowhere comes from the module whose every name is brought in, if it is one only. */
function wildcardBinding(tree: SyntaxTree, table: Table, name: string): Binding | undefined {
  const [module, other] = table.wildcards;
  if (module === undefined || other !== undefined) return undefined;
  return isBuiltin(tree.language, name) ? undefined : imported(`${module}.${name}`);
}

/** Functions around a name that are looked through before the file's own scope is. */
const MAX_CLIMB = 100;

/** The innermost scope around `node` that knows `name`; the file's own where none does. */
function scopeOf(table: Table, { node, name }: { node: NodeId; name: string }): NodeId {
  let scope = table.functions[node]!;
  for (let climbed = 0; scope !== 0 && climbed < MAX_CLIMB; climbed++) {
    if (table.scopes.get(scope)?.has(name)) return scope;
    scope = table.functions[scope]!;
  }
  return 0;
}

function collect(tree: SyntaxTree): Table {
  const scopes = new Map<NodeId, Scope>();
  const functions = new Uint32Array(tree.size);
  for (let node = 1; node < tree.size; node++) {
    const parent = tree.parent(node)!;
    functions[node] = FUNCTION_KINDS.has(tree.kind(parent)) ? parent : functions[parent]!;
  }
  const table: Table = { scopes, functions, wildcards: new Set() };
  const bind: Bind = (at, name, binding, assigned) => {
    // Assigning to a name that an outer function declares binds it there.
    const scope = assigned ? scopeOf(table, { node: at, name }) : functions[at]!;
    let names = scopes.get(scope);
    if (!names) scopes.set(scope, names = new Map());
    const before = names.get(name);
    names.set(name, before ? merge(before, binding) : binding);
  };
  collectWildcards(tree, table.wildcards);
  const visitors: Readonly<Record<string, Visitor>> = VISITORS[tree.language];
  for (const node of tree.nodesOf(new Set(Object.keys(visitors)))) {
    visitors[tree.kind(node)]!(tree, node, bind);
  }
  return table;
}

/** `from os import *`, and `import . "os"` of Go. */
const WILDCARDS = new Set(["wildcard_import", "dot"]);

function collectWildcards(tree: SyntaxTree, modules: Set<string>): void {
  for (const node of tree.nodesOf(WILDCARDS)) {
    const statement = tree.parent(node) ?? node;
    const python = tree.child(statement, "module_name");
    const go = tree.child(statement, "path");
    const module = python !== undefined
      ? tree.textOf(python)
      : go !== undefined
      ? plainText(tree, go)
      : undefined;
    if (module !== undefined) modules.add(module);
    // One is followed; that there are two is all that counts.
    if (modules.size > 1) return;
  }
}

/** Values that one name is followed to. */
const MAX_VALUES = 8;

function merge(before: Bound, binding: Bound): Bound {
  if (before === "several" || binding === "declared") return before;
  if (before === "declared" || binding === "several") return binding;
  if (before.kind === "value" && binding.kind === "value") {
    const nodes = [...before.nodes, ...binding.nodes];
    return nodes.length <= MAX_VALUES ? { kind: "value", nodes } : "several";
  }
  return before.kind === "import" && binding.kind === "import" && before.path === binding.path
    ? before
    : "several";
}
