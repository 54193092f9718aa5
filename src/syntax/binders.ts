// What each construct of a language binds: imports, declarations, assignments, loops, parameters.

import type { Grammar } from "../core/mod.ts";
import { literalPieces } from "./string_literal.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

export type Binding =
  /** `path` is the module, or module and member: `child_process.exec`, `os/exec`. */
  | { readonly kind: "import"; readonly path: string }
  /** Bound to the value of one of these expressions, by declarations or assignments. */
  | { readonly kind: "value"; readonly nodes: readonly NodeId[] }
  /** Bound to each element of an expression's value in turn, by a loop. */
  | { readonly kind: "element"; readonly node: NodeId }
  /** One property of an expression's value, as destructuring takes it. */
  | { readonly kind: "member"; readonly node: NodeId; readonly name: string }
  /** Bound to something that only a run would tell: a parameter, or one thing and then another. */
  | { readonly kind: "open" };

/** `declared`: a name without a value so far; `several`: one thing and then another. */
export type Bound = Binding | "declared" | "several";
/** `assigned`: by an assignment, which declares nothing where the language has declarations. */
export type Bind = (at: NodeId, name: string, binding: Bound, assigned?: "assigned") => void;
export type Visitor = (tree: SyntaxTree, node: NodeId, bind: Bind) => void;

/** Modules and members have no longer names. */
const MAX_PATH = 300;

export function imported(path: string): Binding {
  return path.length > MAX_PATH ? { kind: "open" } : { kind: "import", path };
}

const PYTHON: Readonly<Record<string, Visitor>> = {
  import_statement(tree, node, bind) {
    for (const name of tree.children(node)) {
      const path = tree.kind(name) === "aliased_import" ? tree.child(name, "name") : name;
      const alias = tree.child(name, "alias");
      if (path === undefined) continue;
      const dotted = tree.textOf(path);
      // `import os.path` binds `os`; with an alias the whole path.
      if (alias === undefined) {
        const top = dotted.split(".")[0]!;
        bind(node, top, imported(top));
      } else bind(node, tree.textOf(alias), imported(dotted));
    }
  },
  import_from_statement(tree, node, bind) {
    const module = tree.child(node, "module_name");
    if (module === undefined) return;
    for (const name of tree.children(node)) {
      if (tree.fieldOf(name) !== "name") continue;
      const member = tree.child(name, "name") ?? name;
      const local = tree.child(name, "alias") ?? member;
      bind(node, tree.textOf(local), imported(`${tree.textOf(module)}.${tree.textOf(member)}`));
    }
  },
  assignment(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "left"), value: tree.child(node, "right") }, bind);
  },
  augmented_assignment(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "left") }, bind);
  },
  named_expression(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "name"), value: tree.child(node, "value") }, bind);
  },
  for_statement: bindLoop,
  for_in_clause: bindLoop,
  as_pattern_target(tree, node, bind) {
    bindTarget(tree, { target: node }, bind);
  },
  function_definition: bindDeclaration,
  class_definition: bindDeclaration,
  parameters: bindAllNames,
  lambda_parameters: bindAllNames,
};

const JAVASCRIPT: Readonly<Record<string, Visitor>> = {
  // `import cp = require("child_process")` of TypeScript.
  import_require_clause(tree, node, bind) {
    const source = tree.child(node, "source");
    const name = tree.firstChild(node, "identifier");
    const module = source === undefined ? undefined : plainText(tree, source);
    if (module === undefined || name === undefined) return;
    bind(node, tree.textOf(name), imported(moduleName(module)));
  },
  import_statement(tree, node, bind) {
    const source = tree.child(node, "source");
    const module = source === undefined ? undefined : plainText(tree, source);
    if (module === undefined) return;
    const path = moduleName(module);
    for (const clause of tree.children(node)) {
      if (tree.kind(clause) === "import_clause") bindClause(tree, clause, { path, bind });
    }
  },
  variable_declarator(tree, node, bind) {
    const value = tree.child(node, "value");
    const target = tree.child(node, "name");
    // Without a value it is for the assignments to say what the name means.
    if (value !== undefined) bindTarget(tree, { target, value }, bind);
    else if (target !== undefined) bind(target, tree.textOf(target), "declared");
  },
  assignment_expression(tree, node, bind) {
    const value = tree.child(node, "right");
    bindTarget(tree, { target: tree.child(node, "left"), value }, assigning(bind));
  },
  augmented_assignment_expression(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "left") }, assigning(bind));
  },
  update_expression(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "argument") }, assigning(bind));
  },
  for_in_statement: bindLoop,
  function_declaration: bindDeclaration,
  generator_function_declaration: bindDeclaration,
  class_declaration: bindDeclaration,
  enum_declaration: bindDeclaration,
  formal_parameters: bindAllNames,
  arrow_function(tree, node, bind) {
    const parameter = tree.child(node, "parameter");
    if (parameter !== undefined) bind(parameter, tree.textOf(parameter), { kind: "open" });
  },
};

const GO: Readonly<Record<string, Visitor>> = {
  import_spec(tree, node, bind) {
    const source = tree.child(node, "path");
    const path = source === undefined ? undefined : plainText(tree, source);
    if (path === undefined) return;
    const alias = tree.child(node, "name");
    const name = alias === undefined ? goPackageName(path) : tree.textOf(alias);
    bind(node, name, imported(path));
  },
  short_var_declaration(tree, node, bind) {
    bindGo(tree, { names: tree.child(node, "left"), values: tree.child(node, "right") }, bind);
  },
  assignment_statement(tree, node, bind) {
    bindGo(tree, { names: tree.child(node, "left"), values: tree.child(node, "right") }, bind);
  },
  var_spec: bindGoSpec,
  const_spec: bindGoSpec,
  range_clause(tree, node, bind) {
    bindTarget(tree, { target: tree.child(node, "left") }, bind);
  },
  function_declaration: bindDeclaration,
  parameter_list: bindAllNames,
};

export const VISITORS = {
  python: PYTHON,
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
  tsx: JAVASCRIPT,
  go: GO,
  // Of these only constants are followed, by their names; see src/mcp.
  rust: {},
  java: {},
  csharp: {},
  php: {},
  ruby: {},
} as const satisfies Readonly<Record<Grammar, Readonly<Record<string, Visitor>>>>;

function assigning(bind: Bind): Bind {
  return (at, name, binding) => bind(at, name, binding, "assigned");
}

/** `node:` says nothing, and `fs/promises` stays as it is. */
function moduleName(specifier: string): string {
  return specifier.replace(/^node:/, "");
}

function goPackageName(path: string): string {
  const parts = path.split("/");
  const last = parts.at(-1)!;
  return /^v\d{1,4}$/.test(last) && parts.length > 1 ? parts.at(-2)! : last;
}

export function plainText(tree: SyntaxTree, node: NodeId): string | undefined {
  const pieces = literalPieces(tree, node);
  const [piece] = pieces ?? [];
  return pieces?.length === 1 && piece?.kind === "text" ? piece.value.text : undefined;
}

function bindClause(
  tree: SyntaxTree,
  clause: NodeId,
  { path, bind }: { path: string; bind: Bind },
): void {
  for (const child of tree.children(clause)) {
    switch (tree.kind(child)) {
      case "identifier":
        bind(clause, tree.textOf(child), imported(path));
        break;
      case "namespace_import": {
        const name = tree.firstChild(child, "identifier");
        if (name !== undefined) bind(clause, tree.textOf(name), imported(path));
        break;
      }
      case "named_imports":
        for (const specifier of tree.children(child)) {
          const name = tree.child(specifier, "name");
          if (name === undefined) continue;
          const local = tree.child(specifier, "alias") ?? name;
          const member = tree.textOf(name);
          bind(
            clause,
            tree.textOf(local),
            imported(member === "default" ? path : `${path}.${member}`),
          );
        }
        break;
    }
  }
}

function bindTarget(
  tree: SyntaxTree,
  { target, value }: { target: NodeId | undefined; value?: NodeId | undefined },
  bind: Bind,
): void {
  if (target === undefined) return;
  const kind = tree.kind(target);
  if (kind === "identifier") {
    const binding: Binding = value === undefined
      ? { kind: "open" }
      : { kind: "value", nodes: [value] };
    bind(target, tree.textOf(target), binding);
  } else if (kind === "object_pattern" && value !== undefined) {
    for (const property of tree.children(target)) bindProperty(tree, property, { value, bind });
  } else if (!MEMBER_KINDS.has(kind)) bindAllNames(tree, target, bind);
}

/** `for x in xs` and `for (const x of xs)`. */
function bindLoop(tree: SyntaxTree, node: NodeId, bind: Bind): void {
  const target = tree.child(node, "left");
  const iterable = tree.child(node, "right");
  if (target === undefined) return;
  const kind = tree.child(node, "operator");
  const keys = kind !== undefined && tree.textOf(kind) === "in" && tree.language !== "python";
  if (tree.kind(target) === "identifier" && iterable !== undefined && !keys) {
    bind(target, tree.textOf(target), { kind: "element", node: iterable });
  } else bindAllNames(tree, target, bind);
}

/** Assigning to `a.b` or `a[b]` binds no name. */
const MEMBER_KINDS = new Set([
  "attribute",
  "subscript",
  "member_expression",
  "subscript_expression",
  "selector_expression",
  "index_expression",
]);

const CALL_KINDS = new Set(["call", "call_expression"]);

function bindProperty(
  tree: SyntaxTree,
  property: NodeId,
  { value, bind }: { value: NodeId; bind: Bind },
): void {
  const kind = tree.kind(property);
  if (kind === "shorthand_property_identifier_pattern") {
    const name = tree.textOf(property);
    bind(property, name, { kind: "member", node: value, name });
    return;
  }
  const key = tree.child(property, "key");
  const local = tree.child(property, "value");
  if (kind === "pair_pattern" && key !== undefined && tree.kind(local ?? 0) === "identifier") {
    bind(property, tree.textOf(local!), { kind: "member", node: value, name: tree.textOf(key) });
  } else bindAllNames(tree, property, bind);
}

function bindGo(
  tree: SyntaxTree,
  { names, values }: { names: NodeId | undefined; values: NodeId | undefined },
  bind: Bind,
): void {
  if (names === undefined) return;
  const right = values === undefined ? [] : [...tree.children(values)];
  const left = [...tree.children(names)];
  left.forEach((name, i) => {
    const value = left.length === right.length ? right[i] : undefined;
    bindTarget(tree, { target: name, value }, bind);
  });
}

function bindGoSpec(tree: SyntaxTree, node: NodeId, bind: Bind): void {
  const names = [...tree.children(node)].filter((child) => tree.fieldOf(child) === "name");
  const value = tree.child(node, "value");
  const values = value === undefined ? [] : [...tree.children(value)];
  names.forEach((name, i) => bindTarget(tree, { target: name, value: values[i] }, bind));
}

/** A function or class of the file is no global and no import of that name. */
function bindDeclaration(tree: SyntaxTree, node: NodeId, bind: Bind): void {
  const name = tree.child(node, "name");
  if (name !== undefined) bind(node, tree.textOf(name), { kind: "open" });
}

const NAME_KINDS = new Set([
  "identifier",
  "shorthand_property_identifier_pattern",
  "shorthand_property_identifier",
]);

/** Every name of a pattern or parameter list, default values and types left out. */
function bindAllNames(tree: SyntaxTree, node: NodeId, bind: Bind): void {
  const end = tree.next(node);
  for (let at = node; at < end;) {
    const field = tree.fieldOf(at);
    if (at !== node && (field === "value" || field === "type" || field === "right")) {
      if (tree.kind(tree.parent(at)!) !== "pair_pattern") {
        at = tree.next(at);
        continue;
      }
    }
    // A parameter belongs to the function, whose node the list stands under.
    const kind = tree.kind(at);
    if (NAME_KINDS.has(kind)) bind(at, tree.textOf(at), { kind: "open" });
    // What is assigned to by `f(…).x` binds no name, however much stands in the call.
    at = MEMBER_KINDS.has(kind) || CALL_KINDS.has(kind) ? tree.next(at) : at + 1;
  }
}
