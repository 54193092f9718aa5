// Single expressions as each grammar writes them: what a call calls and takes, members, and the
// entries of a record. One node and its children, nothing followed.

import type { LinkedTree } from "./linked_tree.ts";
import { type NodeId, TRANSPARENT } from "../syntax/mod.ts";

export const NAMES = new Set(["identifier", "shorthand_property_identifier", "type_identifier"]);

export const MEMBERS = new Set([
  "attribute",
  "member_expression",
  "selector_expression",
  "subscript",
  "subscript_expression",
]);

/** `a` of `a.b` and of `a["b"]`. */
export function objectOf(tree: LinkedTree, node: NodeId): NodeId | undefined {
  return tree.child(node, "object") ?? tree.child(node, "operand") ?? tree.child(node, "value");
}

/** `b` of `a.b` and of `a["b"]`. */
export function memberName(tree: LinkedTree, node: NodeId): string | undefined {
  const member = tree.child(node, "attribute") ?? tree.child(node, "property") ??
    tree.child(node, "field");
  if (member !== undefined) return tree.textOf(member);
  const index = tree.child(node, "subscript") ?? tree.child(node, "index");
  return index === undefined ? undefined : tree.constantText(index)?.text;
}

/** The last name of what a call calls: `tool` of `server.tool(…)`, `tool<T>(…)` and `tool(…)`. */
export function calleeName(tree: LinkedTree, call: NodeId): string | undefined {
  const callee = tree.child(call, "function") ?? tree.child(call, "constructor");
  return callee === undefined ? undefined : lastName(tree, callee);
}

/** `c` of `a.b.c`, and of `c`. */
export function lastName(tree: LinkedTree, node: NodeId): string | undefined {
  const kind = tree.kind(node);
  if (NAMES.has(kind)) return tree.textOf(node);
  return MEMBERS.has(kind) ? memberName(tree, node) : undefined;
}

/** Members of members on the way to a variable. */
const MAX_MEMBERS = 12;

/** `a` of `a.b.c`, of `a[0].b` and of `&a`: the variable that an expression is about. */
export function baseName(tree: LinkedTree, node: NodeId): string | undefined {
  let at: NodeId | undefined = node;
  for (let hop = 0; hop < MAX_MEMBERS && at !== undefined; hop++) {
    const kind = tree.kind(at);
    if (NAMES.has(kind)) return tree.textOf(at);
    at = MEMBERS.has(kind)
      ? objectOf(tree, at)
      : kind === "unary_expression"
      ? tree.child(at, "operand")
      : kind === "expression_list"
      ? tree.firstChild(at)
      : undefined;
  }
  return undefined;
}

/** Arguments by position; a keyword argument of Python is none. */
export function argumentsOf(tree: LinkedTree, call: NodeId): NodeId[] {
  const list = tree.child(call, "arguments");
  if (list === undefined) return [];
  // A tagged template is its own argument.
  if (tree.kind(list) === "template_string") return [list];
  return [...tree.children(list)].filter((node) => tree.kind(node) !== "keyword_argument");
}

const RECORDS = new Set(["object", "dictionary", "literal_value"]);

export function isRecord(tree: LinkedTree, node: NodeId): boolean {
  return RECORDS.has(tree.kind(node));
}

export interface Entry {
  readonly key: string;
  /** Where the key stands. */
  readonly keyNode: NodeId;
  readonly value: NodeId;
}

/** The node whose children are the entries of `node`. */
export function bodyOf(tree: LinkedTree, node: NodeId): NodeId | undefined {
  switch (tree.kind(node)) {
    case "object":
    case "dictionary":
    case "literal_value":
    case "argument_list":
    case "arguments":
    case "class_body":
    case "enum_body":
      return node;
    case "call":
      return tree.child(node, "arguments");
    case "class_declaration":
    case "class":
    case "class_definition":
    case "enum_declaration":
      return tree.child(node, "body");
    default:
      return undefined;
  }
}

/** A key in one spelling: Go's fields start with a capital. */
export function fieldKey(tree: LinkedTree, key: string): string {
  return tree.language === "go" ? key.slice(0, 1).toLowerCase() + key.slice(1) : key;
}

export function isList(tree: LinkedTree, node: NodeId): boolean {
  return LISTS.has(tree.kind(node));
}

const LISTS = new Set(["array", "list", "tuple", "set"]);

const METHODS = new Set(["method_definition", "function_definition"]);

/** The entry that a child of a body is. */
export function entryOf(tree: LinkedTree, child: NodeId): Entry | undefined {
  const kind = tree.kind(child);
  if (kind === "shorthand_property_identifier" || kind === "property_identifier") {
    return { key: tree.textOf(child), keyNode: child, value: child };
  }
  if (kind === "expression_statement" || kind === "decorated_definition") {
    const inner = tree.child(child, "definition") ?? tree.firstChild(child);
    return inner === undefined || tree.kind(inner) === "expression_statement"
      ? undefined
      : entryOf(tree, inner);
  }
  const keyNode = tree.child(child, "key") ?? tree.child(child, "name") ??
    tree.child(child, "property") ??
    (kind === "assignment" ? tree.child(child, "left") : undefined);
  if (keyNode === undefined) return undefined;
  const key = keyText(tree, keyNode);
  const value = METHODS.has(kind) ? child : tree.child(child, "value") ??
    (kind === "assignment" ? tree.child(child, "right") : undefined);
  return key === undefined || value === undefined ? undefined : { key, keyNode, value };
}

/** The text of a key as written in an object, a class, a dictionary or a Go literal. */
export function keyText(tree: LinkedTree, node: NodeId): string | undefined {
  switch (tree.kind(node)) {
    case "property_identifier":
    case "private_property_identifier":
    case "identifier":
    case "field_identifier":
      return tree.textOf(node);
    case "computed_property_name":
    case "literal_element": {
      const inner = tree.firstChild(node);
      if (inner === undefined) return undefined;
      // A bare name is a field of a Go struct, but a constant between brackets.
      return tree.kind(node) === "literal_element" && tree.kind(inner) === "identifier"
        ? fieldKey(tree, tree.textOf(inner))
        : tree.constantText(inner)?.text;
    }
    default:
      return tree.constantText(node)?.text;
  }
}

/** Kinds that stand for the expression inside them, Go's literals among them. */
const SEEN_THROUGH: ReadonlySet<string> = new Set([
  ...TRANSPARENT,
  "literal_element",
  "composite_literal",
  "unary_expression",
  "type",
]);

/** Calls that give back their last argument. */
const IDENTITIES = new Set(["freeze", "seal", "defineTool", "createTool", "defineConfig"]);

/** What a wrapper holds: parentheses, `as const`, `&` of Go, `Object.freeze(…)`. */
export function insideOf(tree: LinkedTree, node: NodeId): readonly NodeId[] {
  const kind = tree.kind(node);
  if (kind === "call_expression") {
    const name = calleeName(tree, node) ?? "";
    if (name === "assign") return argumentsOf(tree, node);
    return IDENTITIES.has(name) ? argumentsOf(tree, node).slice(-1) : [];
  }
  if (!SEEN_THROUGH.has(kind)) return [];
  return known(tree.child(node, "body") ?? tree.child(node, "operand") ?? tree.firstChild(node));
}

/** Those that are there. */
export function known(...nodes: readonly (NodeId | undefined)[]): readonly NodeId[] {
  return nodes.filter((node) => node !== undefined);
}
