// Which names a file binds, where they hold, and where they are spoken of.

import type { NodeId, SyntaxTree } from "../../../src/syntax/mod.ts";

export interface Name {
  readonly node: NodeId;
  readonly text: string;
}

export interface Bound extends Name {
  readonly as: "import" | "parameter" | "variable" | "function" | "class" | "member";
  /** The function that it holds in; `undefined` for the module. */
  readonly scope: NodeId | undefined;
}

export interface Names {
  readonly bound: readonly Bound[];
  /** Bindings among them. */
  readonly spoken: readonly Name[];
  /** Names that stand where another file or a library reads them. */
  readonly fixed: ReadonlySet<string>;
}

export const FUNCTIONS = new Set([
  "function_declaration",
  "function_expression",
  "arrow_function",
  "method_definition",
  "generator_function_declaration",
  "generator_function",
  "function_definition",
  "lambda",
  "method_declaration",
  "func_literal",
]);

const NAMES = new Set([
  "identifier",
  "shorthand_property_identifier",
  "shorthand_property_identifier_pattern",
]);
const IMPORTS = new Set([
  "import_statement",
  "import_from_statement",
  "import_declaration",
  "future_import_statement",
]);
const FIXED_PARENTS = new Set(["export_specifier", "keyword_argument", "keyword_pattern"]);

/** A pattern's node, seen through on the way to what it belongs to. */
const PATTERNS = new Set([
  "object_pattern",
  "array_pattern",
  "pair_pattern",
  "rest_pattern",
  "assignment_pattern",
  "object_assignment_pattern",
  "required_parameter",
  "optional_parameter",
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "tuple",
  "default_parameter",
  "typed_parameter",
  "typed_default_parameter",
  "expression_list",
  "parameter_declaration",
  "variadic_parameter_declaration",
  "dotted_name",
]);

/** In which field of which node a name is bound. */
const BINDERS: Readonly<Record<string, Readonly<Record<string, Bound["as"]>>>> = {
  variable_declarator: { name: "variable" },
  formal_parameters: { "": "parameter" },
  arrow_function: { parameter: "parameter" },
  for_in_statement: { left: "variable" },
  catch_clause: { parameter: "variable" },
  function_declaration: { name: "function" },
  generator_function_declaration: { name: "function" },
  function_expression: { name: "function" },
  class_declaration: { name: "class" },
  class_definition: { name: "class" },
  enum_declaration: { name: "class" },
  function_definition: { name: "function" },
  parameters: { "": "parameter" },
  lambda_parameters: { "": "parameter" },
  assignment: { left: "variable" },
  for_statement: { left: "variable" },
  for_in_clause: { left: "variable" },
  named_expression: { name: "variable" },
  as_pattern_target: { "": "variable" },
  case_pattern: { "": "variable" },
  short_var_declaration: { left: "variable" },
  var_spec: { name: "variable" },
  const_spec: { name: "variable" },
  range_clause: { left: "variable" },
  receive_statement: { left: "variable" },
  type_switch_statement: { alias: "variable" },
  parameter_list: { "": "parameter" },
};

export function namesOf(tree: SyntaxTree): Names {
  const bound: Bound[] = [];
  const spoken: Name[] = [];
  const fixed = new Set<string>();
  for (const node of tree.nodesOf(NAMES)) {
    const text = tree.textOf(node);
    if (tree.ancestor(node, IMPORTS) !== undefined) {
      bound.push({ node, text, as: "import", scope: undefined });
    } else if (isFixed(tree, node)) fixed.add(text);
    else if (!isMember(tree, node)) {
      spoken.push({ node, text });
      const binding = bindingAs(tree, node);
      if (binding) bound.push({ node, text, ...binding });
      if (binding && isExported(tree, node)) fixed.add(text);
    }
  }
  for (const node of tree.nodesOf(new Set(["type_identifier"]))) {
    const binding = tree.fieldOf(node) === "name" ? bindingAs(tree, node) : undefined;
    if (binding) bound.push({ node, text: tree.textOf(node), ...binding });
  }
  for (const node of tree.nodesOf(new Set(["package_identifier", "import_spec"]))) {
    const name = tree.textOf(node).replaceAll('"', "").split("/").at(-1)!;
    bound.push({ node, text: name, as: "import", scope: undefined });
  }
  return { bound, spoken, fixed };
}

function isFixed(tree: SyntaxTree, node: NodeId): boolean {
  const parent = tree.parent(node)!;
  const kind = tree.kind(parent);
  if (kind === "keyword_argument") return tree.fieldOf(node) === "name";
  if (kind === "required_parameter" && tree.firstChild(parent, "accessibility_modifier")) {
    return tree.fieldOf(node) === "pattern";
  }
  if (kind === "literal_element" && tree.fieldOf(parent) === "key") return true;
  return FIXED_PARENTS.has(kind);
}

function isMember(tree: SyntaxTree, node: NodeId): boolean {
  return tree.fieldOf(node) === "attribute";
}

function isExported(tree: SyntaxTree, node: NodeId): boolean {
  const up = tree.ancestor(node, new Set(["export_statement", "statement_block"]));
  return up !== undefined && tree.kind(up) === "export_statement";
}

function bindingAs(tree: SyntaxTree, node: NodeId): Pick<Bound, "as" | "scope"> | undefined {
  let at = node;
  let up = tree.parent(at)!;
  while (PATTERNS.has(tree.kind(up))) {
    const field = tree.fieldOf(at);
    // A default, a type or a computed key speaks of names.
    if (field === "value" && tree.kind(up) !== "pair_pattern") return undefined;
    if (field === "right" || field === "type" || field === "key") return undefined;
    [at, up] = [up, tree.parent(up)!];
  }
  const fields = BINDERS[tree.kind(up)];
  const as = fields?.[tree.fieldOf(at) ?? ""] ?? fields?.[""];
  if (as === undefined || (fields![""] !== undefined && tree.fieldOf(at) === "type")) {
    return undefined;
  }
  const outside = as === "function" || as === "class" ? tree.parent(up)! : up;
  const scope = scopeOf(tree, outside);
  if (scope !== undefined && tree.kind(scope) === "class_definition") {
    return { as: "member", scope };
  }
  return { as, scope };
}

const SCOPES = new Set([...FUNCTIONS, "class_definition"]);

/** The innermost function (of Python, class too) that a node stands in, itself included. */
export function scopeOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  return SCOPES.has(tree.kind(node)) ? node : tree.ancestor(node, SCOPES);
}

export function isWithin(tree: SyntaxTree, node: NodeId, outer: NodeId): boolean {
  return node >= outer && node < tree.next(outer);
}

/** Whether some binding of the name holds where it is spoken of. */
export function isBound(tree: SyntaxTree, { bound }: Names, { node, text }: Name): boolean {
  return bound.some((each) =>
    each.text === text && (each.scope === undefined || isWithin(tree, node, each.scope))
  );
}

/** Names bound in the module itself, imports left out. */
export function moduleNames({ bound }: Names): Map<string, Bound[]> {
  const names = new Map<string, Bound[]>();
  for (const each of bound) {
    if (each.scope !== undefined || each.as === "import") continue;
    names.set(each.text, [...names.get(each.text) ?? [], each]);
  }
  return names;
}
