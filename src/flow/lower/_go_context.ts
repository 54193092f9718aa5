// What the parts of the Go lowering share: the file, what is left of its budget, and the function,
// loops and group of constants at hand. They reach one another through it, not by import.

import type { Span } from "../../core/mod.ts";
import { literalPieces, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Stmt } from "../ir.ts";
import type { Budget } from "./budget.ts";
import type { Facts } from "./_go_facts.ts";

/** A result with a name; that name is empty for `_`. */
export interface NamedResult {
  readonly name: string;
  readonly type: NodeId | undefined;
  readonly at: Span;
}

export interface Loop {
  readonly label: string | undefined;
  /** What runs between two rounds, and so before each `continue`. */
  readonly update: NodeId | undefined;
}

/** The function that the statements at hand stand in; the file itself has no results. */
export interface Frame {
  readonly isFile: boolean;
  readonly results: readonly NamedResult[];
  readonly loops: Loop[];
}

export interface Go {
  readonly tree: SyntaxTree;
  readonly budget: Budget;
  readonly facts: Facts;
  /** Of structs that literals were made of. */
  readonly fieldNames: Map<NodeId, readonly string[]>;
  frame: Frame;
  /** Place in a group of constants; `undefined` outside of one. */
  iota: number | undefined;
  /** One expression, counted. */
  expression(node: NodeId): Expr;
  /** One statement, counted: none, one, or several that stand for it. */
  statement(node: NodeId): readonly Stmt[];
  /** The statements inside a block or a case. */
  statements(node: NodeId): readonly Stmt[];
}

/** Counts a link of a chain that is lowered in a loop; false where nothing is left. */
export function spend({ budget }: Go): boolean {
  return budget.node(() => true, () => false);
}

/** Stands for what is left out or not known. */
export function nothing(at: Span): Expr {
  return { e: "other", parts: [], at };
}

/** `x` for `(x)`. */
export function withoutParentheses(tree: SyntaxTree, node: NodeId): NodeId {
  let at = node;
  while (tree.kind(at) === "parenthesized_expression") {
    const inner = tree.firstChild(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

/** Pointers are taken and followed without a trace: `x` for `&x`, `*x` and `(x)`. */
export function seenThrough(tree: SyntaxTree, node: NodeId): NodeId {
  let at = node;
  for (;;) {
    const inner = innerOf(tree, at);
    if (inner === undefined) return at;
    at = inner;
  }
}

const WRAPPERS = new Set(["parenthesized_expression", "literal_element"]);

function innerOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const kind = tree.kind(node);
  if (WRAPPERS.has(kind)) return tree.firstChild(node);
  if (kind !== "unary_expression") return undefined;
  const operator = operatorOf(tree, node);
  return operator === "&" || operator === "*" ? tree.child(node, "operand") : undefined;
}

export function operatorOf(tree: SyntaxTree, node: NodeId): string {
  const operator = tree.child(node, "operator");
  return operator === undefined ? "" : tree.textOf(operator);
}

/** The expressions of a list, or the one that stands without one. */
export function listed(tree: SyntaxTree, list: NodeId | undefined): NodeId[] {
  if (list === undefined) return [];
  return tree.kind(list) === "expression_list" ? [...tree.children(list)] : [list];
}

/** All children in this field, without the commas that stand in it too. */
export function inField(tree: SyntaxTree, node: NodeId, field: string): NodeId[] {
  const found: NodeId[] = [];
  for (const child of tree.children(node)) {
    if (tree.fieldOf(child) === field && tree.kind(child) !== ",") found.push(child);
  }
  return found;
}

/** The decoded text of a string literal. */
export function literalText(tree: SyntaxTree, node: NodeId): string | undefined {
  const pieces = literalPieces(tree, node);
  return pieces?.map((piece) => piece.kind === "text" ? piece.value.text : "").join("");
}

/** `xs...`. */
export function isSpread(tree: SyntaxTree, argument: NodeId): boolean {
  return tree.kind(argument) === "variadic_argument";
}
